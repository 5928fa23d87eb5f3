/** Launching: from a launch configuration and a scenario file to a session, its debug target and its console. */
package dev.trapwalk.debug.core.launch;
