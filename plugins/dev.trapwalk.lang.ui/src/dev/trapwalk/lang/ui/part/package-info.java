/** What is done with the parts of all windows alike. */
package dev.trapwalk.lang.ui.part;
