/**
 * Marks as something to go to, to copy, to send and to keep: {@link dev.trapwalk.debug.ui.travel.Travel} goes there,
 * {@link dev.trapwalk.debug.ui.travel.MarkLink} is a mark as text, saved sessions are files.
 */
package dev.trapwalk.debug.ui.travel;
