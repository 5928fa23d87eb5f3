/** The kernel listing as an editor, with breakpoints in its ruler. */
package dev.trapwalk.debug.ui.listing;
