/** The compare editor's upper half for layouts: what is different in meaning. */
package dev.trapwalk.lang.ui.compare;
