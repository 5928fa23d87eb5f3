/** Lines of a session's console that lead to the system call they tell of. */
package dev.trapwalk.debug.ui.console;
