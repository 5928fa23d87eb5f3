/** The Changes view: what is different from an earlier moment, in kernel words. */
package dev.trapwalk.debug.ui.changes;
