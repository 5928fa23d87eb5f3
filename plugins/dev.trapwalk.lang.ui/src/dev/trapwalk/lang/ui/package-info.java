/** The editors for layouts and scenarios, on the platform's generic editor. */
package dev.trapwalk.lang.ui;
