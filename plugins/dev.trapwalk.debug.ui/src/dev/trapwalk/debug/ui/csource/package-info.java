/** Editors of the user's seL4 C files: breakpoints at the kernel points on their lines, and running to one. */
package dev.trapwalk.debug.ui.csource;
