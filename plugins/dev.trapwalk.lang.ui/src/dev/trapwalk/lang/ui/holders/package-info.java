/** "Who holds a capability to this?" in the Search view, grouped by thread. */
package dev.trapwalk.lang.ui.holders;
