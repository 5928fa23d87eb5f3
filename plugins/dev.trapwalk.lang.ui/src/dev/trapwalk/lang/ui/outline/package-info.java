/** The Outline view of layouts and scenarios. */
package dev.trapwalk.lang.ui.outline;
