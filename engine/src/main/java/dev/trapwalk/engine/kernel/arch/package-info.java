/**
 * The x86-64 leaves of the kernel. Start at {@link dev.trapwalk.engine.kernel.arch.VSpace}: what address space a thread runs
 * in. Around it lie ASIDs, the walk of page tables and their entries, mapping and unmapping, and the decoders of frames,
 * tables, ASID pools, IO ports and IRQ control ({@link dev.trapwalk.engine.kernel.arch.X86Invocations} chooses). The hardware
 * they drive is in {@link dev.trapwalk.engine.machine}.
 */
package dev.trapwalk.engine.kernel.arch;
