/** The command line: everything that Trapwalk does without an Eclipse around it, in one runnable jar. */
package dev.trapwalk.cli;
