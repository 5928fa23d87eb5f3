/**
 * A raw word explained as seL4's bit field: {@link dev.trapwalk.debug.ui.word.WordPane}, a detail pane of the
 * Variables, Registers and Expressions views.
 */
package dev.trapwalk.debug.ui.word;
