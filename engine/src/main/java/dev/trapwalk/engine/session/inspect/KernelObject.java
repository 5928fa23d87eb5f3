package dev.trapwalk.engine.session.inspect;

import java.util.List;

/**
 * An object of the kernel at a stop.
 *
 * @param name by the layout or by the slot that held it first; of what the kernel made at boot the address
 * @param what type, address and size
 * @param inLayout whether it has a name of its own: the layout declares it, or a program made it
 * @param holders slots with a capability to it, in order of address; none are left of an object that was destroyed
 */
public record KernelObject(String name, CapObject what, boolean inLayout, List<Long> holders) {

    public KernelObject {
        holders = List.copyOf(holders);
    }

    /** First byte of its memory, kernel window address. */
    public long start() {
        return what.start();
    }

    /** First byte behind its memory. */
    public long end() {
        return what.start() + what.bytes();
    }
}
