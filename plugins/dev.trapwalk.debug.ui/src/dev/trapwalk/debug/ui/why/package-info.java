/**
 * The Why view: the session's answers about the system call under way, with links to the marks and checks that
 * decided.
 */
package dev.trapwalk.debug.ui.why;
