/**
 * Breakpoints as workspace markers, one class per marker type, and {@link
 * dev.trapwalk.debug.core.breakpoint.SessionBreakpoints},
 * which keeps a session's breakpoints equal to them.
 */
package dev.trapwalk.debug.core.breakpoint;
