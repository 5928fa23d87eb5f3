/**
 * What stands behind a frame: the scenario for user frames, the {@link dev.trapwalk.debug.core.source.KernelListing}
 * for kernel
 * frames.
 */
package dev.trapwalk.debug.core.source;
