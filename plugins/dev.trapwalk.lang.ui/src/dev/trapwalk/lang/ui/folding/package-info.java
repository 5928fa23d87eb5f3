/** Folding of blocks and comments, as the folding service finds them. */
package dev.trapwalk.lang.ui.folding;
