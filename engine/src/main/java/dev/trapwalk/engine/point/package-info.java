/**
 * The tags of the kernel's path: {@link dev.trapwalk.engine.point.KernelFunction}s with their
 * {@link dev.trapwalk.engine.point.KernelPoint}s, listed in the {@link dev.trapwalk.engine.point.Catalogue}, announced on
 * the {@link dev.trapwalk.engine.point.Path}, seen by a {@link dev.trapwalk.engine.point.Probe}. The kernel knows these
 * and never a debugger.
 */
package dev.trapwalk.engine.point;
