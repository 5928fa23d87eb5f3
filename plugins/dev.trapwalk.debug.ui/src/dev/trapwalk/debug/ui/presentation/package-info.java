/** How the debug model looks: labels, images, details, and the editors behind frames. */
package dev.trapwalk.debug.ui.presentation;
