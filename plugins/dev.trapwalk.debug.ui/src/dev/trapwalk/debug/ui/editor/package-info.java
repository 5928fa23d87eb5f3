/**
 * What a stop shows within the editors: {@link dev.trapwalk.debug.ui.editor.Beside} says in words what statements have
 * done, {@link dev.trapwalk.debug.ui.editor.InlineValues} draws it at the ends of their lines, {@link
 * dev.trapwalk.debug.ui.editor.EditorUpdates} keeps it up to date. Each kind can be switched off.
 */
package dev.trapwalk.debug.ui.editor;
