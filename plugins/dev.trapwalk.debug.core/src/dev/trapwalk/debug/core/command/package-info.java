/** Commands that the platform does not have: stepping and running back in time, and what counts as one step. */
package dev.trapwalk.debug.core.command;
