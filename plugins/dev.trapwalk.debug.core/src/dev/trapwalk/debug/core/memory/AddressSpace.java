package dev.trapwalk.debug.core.memory;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/** One way to address the machine's RAM: what an address means, and which addresses there are. */
public sealed interface AddressSpace {

    /** Answer of {@link #pageIn} for addresses behind which there is no RAM. */
    long UNMAPPED = 0;

    /** Kernel window address of the 4 KiB page that an address lies in, or {@link #UNMAPPED}. */
    long pageIn(MachineImage machine, long address);

    /** The lowest address, in bytes, unsigned. */
    long first();

    /** The highest address, in bytes, unsigned. */
    long last(MachineImage machine);

    /** In words whose memory it is. */
    String label();

    /** Whether addresses of this space are those of the kernel window. */
    static boolean inKernelWindow(long address) {
        return Long.compareUnsigned(address, PhysicalMemory.PPTR_BASE) >= 0;
    }

    private static long ramBytes(MachineImage machine) {
        return PhysicalMemory.paddr(machine.memory().registerFile());
    }

    private static long page(MachineImage machine, long paddr) {
        return Long.compareUnsigned(paddr, ramBytes(machine)) < 0
                ? PhysicalMemory.pptr(paddr) & -1L << PhysicalMemory.PAGE_BITS : UNMAPPED;
    }

    /** RAM by physical address. Device memory is not part of the pictures and counts as unmapped. */
    record Physical() implements AddressSpace {

        @Override
        public long pageIn(MachineImage machine, long address) {
            return page(machine, address);
        }

        @Override
        public long first() {
            return 0;
        }

        @Override
        public long last(MachineImage machine) {
            return ramBytes(machine) - 1;
        }

        @Override
        public String label() {
            return Messages.physical;
        }
    }

    /** RAM as the kernel sees it: physical address plus seL4's PPTR_BASE. All pointers in kernel objects are of it. */
    record KernelWindow() implements AddressSpace {

        @Override
        public long pageIn(MachineImage machine, long address) {
            return inKernelWindow(address) ? page(machine, PhysicalMemory.paddr(address)) : UNMAPPED;
        }

        @Override
        public long first() {
            return PhysicalMemory.PPTR_BASE;
        }

        @Override
        public long last(MachineImage machine) {
            return machine.memory().registerFile() - 1;
        }

        @Override
        public String label() {
            return Messages.kernelWindow;
        }
    }

    /**
     * What a thread's program sees: addresses go through the page tables under the PML4 in its VSpace slot, as they
     * are at the stop that is shown.
     *
     * @param tcb kernel window address of the TCB
     * @param name of the thread
     */
    record Virtual(long tcb, String name) implements AddressSpace {

        private static final long LAST_USER = 0x7fff_ffff_ffffL;

        @Override
        public long pageIn(MachineImage machine, long address) {
            long slot = Tcb.slot(tcb, Tcb.VTABLE);
            if (CapType.of(machine.read(slot)) != CapType.PML4
                    || Long.compareUnsigned(address, LAST_USER) > 0) {
                return UNMAPPED;
            }
            long paddr = PageWalk.physical(machine, machine.get(Pml4Cap.BASE_PTR, slot), address);
            return paddr == PageWalk.NOT_PRESENT ? UNMAPPED : page(machine, paddr);
        }

        @Override
        public long first() {
            return 0;
        }

        @Override
        public long last(MachineImage machine) {
            return LAST_USER;
        }

        @Override
        public String label() {
            return Messages.bind(Messages.virtual, name);
        }
    }
}
