package dev.trapwalk.engine.boot;

import java.util.List;

/**
 * How a TCB is set up. Its CSpace, VSpace, IPC buffer frame and the like are capabilities of the layout, in the TCB's
 * slots.
 *
 * @param priority 0..255
 * @param maxPriority maximum controlled priority, 0..255
 * @param domain scheduling domain
 * @param ipcBufferAddress user address of the IPC buffer, 0 = none
 * @param instructionPointer initial rip when the thread has no program
 * @param stackPointer initial rsp
 * @param init words for the first argument registers
 * @param faultEndpoint CPtr of the fault endpoint in the thread's own CSpace, 0 = none
 * @param resume whether the thread runs after boot
 */
public record ThreadSpec(int priority, int maxPriority, int domain, long ipcBufferAddress, long instructionPointer,
        long stackPointer, List<Long> init, long faultEndpoint, boolean resume) {

    public ThreadSpec {
        init = List.copyOf(init);
    }
}
