/**
 * The Eclipse debug model: {@link dev.trapwalk.debug.core.model.WalkDebugTarget} shows a session's last stop state as
 * threads,
 * frames, variables and registers. {@code SessionEvents} is the only place where debug events come from.
 */
package dev.trapwalk.debug.core.model;
