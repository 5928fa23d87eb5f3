/** Setting breakpoints: in rulers, and by choosing a kernel point from a tree. */
package dev.trapwalk.debug.ui.breakpoints;
