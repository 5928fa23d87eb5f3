/**
 * What all views of a machine have in common: {@link dev.trapwalk.debug.ui.view.WalkView} follows the debug context,
 * is asked to
 * draw only while it can be seen, and says in a sentence what would fill it while there is nothing. What a stop has
 * changed is drawn {@link dev.trapwalk.debug.ui.view.Together together}, so that it is painted once.
 */
package dev.trapwalk.debug.ui.view;
