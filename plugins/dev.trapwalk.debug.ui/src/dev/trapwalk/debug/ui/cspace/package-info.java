/**
 * The capabilities of a thread: {@link dev.trapwalk.debug.ui.cspace.CSpaceView} lists the slots and shows, bit by bit,
 * where a CPtr leads.
 */
package dev.trapwalk.debug.ui.cspace;
