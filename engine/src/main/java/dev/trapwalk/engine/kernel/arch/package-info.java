/** The x86-64 leaves of the kernel: address spaces, frames and page tables, ASIDs, IO ports, interrupt controllers. */
package dev.trapwalk.engine.kernel.arch;
