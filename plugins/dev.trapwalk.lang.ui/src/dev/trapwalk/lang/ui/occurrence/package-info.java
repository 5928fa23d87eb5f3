/** Marks all places of the name at the cursor. */
package dev.trapwalk.lang.ui.occurrence;
