/** The Syscall Path view: the way of one kernel entry as a picture of its phases and a list of the points passed. */
package dev.trapwalk.debug.ui.path;
