package dev.trapwalk.engine.machine;

/**
 * What the processor executes in user mode, found by the address in rip. Implementations hold no state of a running
 * program: everything a program knows is in registers and simulated memory, so that undo, restarts, faults and a
 * debugger's (or another thread's) write to rip work as on the real machine.
 */
@FunctionalInterface
public interface UserCode {

    /**
     * Executes exactly one instruction at rip: changes registers and memory through {@code user}, sets rip to the next
     * instruction, or raises a trap and leaves registers as the processor leaves them for the kernel.
     *
     * @return false when there is no code of this implementation at rip
     */
    boolean execute(UserMode user);
}
