/**
 * The machine's memory as the platform's Memory view shows it: {@link dev.trapwalk.debug.core.memory.WalkMemoryBlock}
 * reads an {@link dev.trapwalk.debug.core.memory.AddressSpace} of the last stop state.
 */
package dev.trapwalk.debug.core.memory;
