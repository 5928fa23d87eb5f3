/**
 * The path of a system call through seL4, one Java method per kernel function under its C name, in the C kernel's
 * order. {@link dev.trapwalk.engine.kernel.Kernel} is the tour.
 */
package dev.trapwalk.engine.kernel;
