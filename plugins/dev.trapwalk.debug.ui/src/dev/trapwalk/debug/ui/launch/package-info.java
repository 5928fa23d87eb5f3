/** Starting a debug session: the launch configuration's tabs and the {@code Debug As} shortcut. */
package dev.trapwalk.debug.ui.launch;
