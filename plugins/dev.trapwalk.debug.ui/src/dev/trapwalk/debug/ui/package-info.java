/** Presentation of the debug model in the workbench: launch tabs, breakpoints, views. */
package dev.trapwalk.debug.ui;
