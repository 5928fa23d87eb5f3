/** Handlers of commands: back in time, what one step is, breaking at a kernel point. */
package dev.trapwalk.debug.ui.command;
