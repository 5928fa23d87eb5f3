/**
 * Shows where a frame stands in an editor, at once and with what changes only: {@link
 * dev.trapwalk.debug.ui.source.FrameDisplay}.
 */
package dev.trapwalk.debug.ui.source;
