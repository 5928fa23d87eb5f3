/**
 * seL4's kernel objects and capabilities as they lie in memory: one class of {@link dev.trapwalk.engine.object.BitField}
 * constants per block, with seL4's own field names. The same constants serve the kernel, the views and the memory dump of a
 * real kernel. {@link dev.trapwalk.engine.object.Cap} is the two-word struct a kernel function holds in a local variable.
 */
package dev.trapwalk.engine.object;
