/**
 * What has happened in a session up to its stop, for whoever shows it beside a source: {@link
 * dev.trapwalk.debug.ui.past.Pasts} asks the session after each stop for what is new since the last one.
 */
package dev.trapwalk.debug.ui.past;
