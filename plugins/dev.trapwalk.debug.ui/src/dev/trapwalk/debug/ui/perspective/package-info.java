/** The perspective "seL4 Walk". */
package dev.trapwalk.debug.ui.perspective;
