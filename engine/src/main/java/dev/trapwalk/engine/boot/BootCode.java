package dev.trapwalk.engine.boot;

import dev.trapwalk.engine.kernel.Interrupts;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.IrqState;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.object.UntypedCap;

/**
 * What the kernel does before the first thread runs (arch/x86/kernel/boot.c, kernel/boot.c): its own variables and page
 * tables, the idle thread, the root task with its CSpace, VSpace and TCB, and capabilities to all memory that is left.
 *
 * <p>Boot code of the real kernel is not part of any system call; so it has no kernel points here either.
 */
final class BootCode {

    /** ASID of the root task's VSpace (IT_ASID). */
    static final int ROOT_ASID = 1;
    private static final int IRQ_TIMER = 125;
    private static final int IRQ_USER_MIN = 16;
    private static final int IRQ_USER_MAX = 123;
    private static final int IRQ_STATE_INACTIVE = 0;
    private static final int IRQ_STATE_TIMER = 2;
    private static final int IRQ_STATE_RESERVED = 3;
    private static final long NANOSECONDS_PER_MS = 1_000_000;
    private static final long INVALID_INTERRUPT = -1;

    private final Kernel kernel;
    private final PhysicalMemory memory;
    private final KernelConfig config;
    private final long rootCNode;
    private final int radix;

    BootCode(Kernel kernel, int radix) {
        this.kernel = kernel;
        this.memory = kernel.memory();
        this.config = kernel.config();
        this.radix = radix;
        this.rootCNode = PhysicalMemory.pptr(MemoryMap.rootCNode(radix));
    }

    /** Boots; afterwards the root task is the current thread, about to run at its entry point. */
    void boot() {
        RootVSpace vspace = new RootVSpace(memory);
        vspace.createKernelTables();
        Cap cnode = new Cap().clear(CapType.CNODE);
        CNodeCap.PTR.set(cnode, rootCNode);
        CNodeCap.RADIX.set(cnode, radix);
        CNodeCap.GUARD_SIZE.set(cnode, 64 - radix);
        write(RootSlots.CNODE, cnode);
        write(RootSlots.IO_PORT_CONTROL, new Cap().clear(CapType.IO_PORT_CONTROL));
        write(RootSlots.DOMAIN, new Cap().clear(CapType.DOMAIN));
        initIrqs();
        vspace.createRootTables(rootCNode);
        createAsidPool();
        createIdleThread();
        initCoreState();
        long root = createInitialThread(cnode);
        createUntypeds();
        if (config.debugBuild()) {
            nameThreads(root);
        }
        kernel.scheduler().switchToThread(root);
        memory.write(KernelGlobals.KS_SCHEDULER_ACTION, KernelGlobals.RESUME_CURRENT_THREAD);
        restore(root);
    }

    private void initIrqs() {
        for (int irq = 0; irq <= IRQ_TIMER; irq++) {
            int state = irq == IRQ_TIMER ? IRQ_STATE_TIMER
                    : irq >= IRQ_USER_MIN && irq <= IRQ_USER_MAX ? IRQ_STATE_INACTIVE : IRQ_STATE_RESERVED;
            memory.write(KernelGlobals.INT_STATE_IRQ_TABLE + 8L * irq, state);
        }
        memory.write(KernelGlobals.irqState(IRQ_TIMER), IrqState.TYPE.put(0, IrqState.RESERVED));
        kernel.devices().reset();
        kernel.x86().ioapicDriver().init();
        if (config.timerTickMs() > 0) {
            kernel.devices().localApic().startTimer(Interrupts.VECTOR_OFFSET + IRQ_TIMER,
                    config.timerTickMs() * NANOSECONDS_PER_MS, kernel.cpu().clock());
        }
        memory.write(KernelGlobals.X86KS_CUR_INTERRUPT, INVALID_INTERRUPT);
        memory.write(KernelGlobals.X86KS_PENDING_INTERRUPT, INVALID_INTERRUPT);
        write(RootSlots.IRQ_CONTROL, new Cap().clear(CapType.IRQ_CONTROL));
    }

    private void createAsidPool() {
        long pool = PhysicalMemory.pptr(MemoryMap.ROOT_ASID_POOL);
        Cap cap = new Cap().clear(CapType.ASID_POOL);
        AsidPoolCap.POOL.set(cap, pool);
        write(RootSlots.ASID_POOL, cap);
        write(RootSlots.ASID_CONTROL, new Cap().clear(CapType.ASID_CONTROL));
        // asid_map_vspace: the VSpace's address in the high 48 bits, type 1
        memory.write(pool + 8L * ROOT_ASID, PhysicalMemory.pptr(MemoryMap.ROOT_VSPACE) << 16 | 1);
        memory.write(KernelGlobals.X86KS_ASID_TABLE, pool);
    }

    private void createIdleThread() {
        long idle = KernelGlobals.IDLE_TCB;
        memory.write(KernelGlobals.KS_IDLE_THREAD, idle);
        Tcb.FLAGS.set(memory, idle, 1);
        Tcb.setRegister(memory, idle, Register.FLAGS, 0x202);
        Tcb.STATE.set(memory, idle, ThreadState.IDLE.number());
    }

    private void initCoreState() {
        memory.write(KernelGlobals.KS_CUR_THREAD, KernelGlobals.IDLE_TCB);
        memory.write(KernelGlobals.KS_DOMAIN_TIME, -1L >>> 8);
        memory.write(KernelGlobals.KS_DOM_SCHEDULE, -1L >>> 8);
    }

    private long createInitialThread(Cap cnode) {
        long tcb = PhysicalMemory.pptr(MemoryMap.ROOT_TCB) + Tcb.TCB_OFFSET;
        Tcb.TIME_SLICE.set(memory, tcb, config.timeSlice());
        kernel.x86Threads().Arch_initContext(tcb);
        Cap copy = new Cap();
        kernel.mdb().cteInsert(cnode, slot(RootSlots.CNODE), Tcb.slot(tcb, Tcb.CTABLE));
        kernel.mdb().cteInsert(copy.load(memory, slot(RootSlots.VSPACE)), slot(RootSlots.VSPACE),
                Tcb.slot(tcb, Tcb.VTABLE));
        RootVSpace.unmapped(copy.load(memory, slot(RootSlots.IPC_BUFFER)));
        kernel.mdb().cteInsert(copy, slot(RootSlots.IPC_BUFFER), Tcb.slot(tcb, Tcb.BUFFER));
        Tcb.IPC_BUFFER.set(memory, tcb, MemoryMap.IMAGE_END);
        Tcb.setRegister(memory, tcb, Register.RDI, MemoryMap.IMAGE_END + 0x1000);
        Tcb.setRegister(memory, tcb, Register.NEXT_IP, MemoryMap.IMAGE_START);
        Tcb.PRIORITY.set(memory, tcb, KernelConfig.NUM_PRIORITIES - 1);
        Tcb.MCP.set(memory, tcb, KernelConfig.NUM_PRIORITIES - 1);
        kernel.mdb().setupReplyMaster(tcb);
        Tcb.STATE.set(memory, tcb, ThreadState.RUNNING.number());
        Cap cap = new Cap().clear(CapType.THREAD);
        ThreadCap.PTR.set(cap, tcb);
        write(RootSlots.TCB, cap);
        return tcb;
    }

    private void nameThreads(long root) {
        kernel.debugSyscalls().setThreadName(root, "rootserver");
        kernel.debugSyscalls().setThreadName(KernelGlobals.IDLE_TCB, "idle_thread");
        kernel.debugSyscalls().addToList(root);
        kernel.debugSyscalls().addToList(KernelGlobals.IDLE_TCB);
    }

    private void createUntypeds() {
        int slot = RootSlots.firstUntyped();
        long end = MemoryMap.rootCNode(radix);
        for (long at = MemoryMap.FREE_START; at < end; slot++) {
            int bits = Math.min(Long.numberOfTrailingZeros(at), 63 - Long.numberOfLeadingZeros(end - at));
            untyped(slot, at, bits, false);
            at += 1L << bits;
        }
        for (long[] device : MemoryMap.devices()) {
            untyped(slot++, device[0], (int) device[1], true);
        }
    }

    private void untyped(int slot, long paddr, int bits, boolean device) {
        Cap cap = new Cap().clear(CapType.UNTYPED);
        UntypedCap.PTR.set(cap, PhysicalMemory.pptr(paddr));
        UntypedCap.BLOCK_SIZE.set(cap, bits);
        UntypedCap.IS_DEVICE.set(cap, device ? 1 : 0);
        write(slot, cap);
    }

    /** The first way into user mode: all registers come from the saved context. */
    private void restore(long tcb) {
        for (Register register : Register.values()) {
            kernel.cpu().set(register, Tcb.register(memory, tcb, register));
        }
        kernel.cpu().setInKernel(false);
    }

    private long slot(int index) {
        return rootCNode + (long) index * Cte.BYTES;
    }

    private void write(int slot, Cap cap) {
        write(memory, slot(slot), cap);
    }

    /** Puts an original capability into a slot (write_slot): revocable, first badged, related to no other. */
    static void write(PhysicalMemory memory, long slot, Cap cap) {
        cap.store(memory, slot);
        Cte.MDB_PREV.set(memory, slot, 0);
        Cte.MDB_NEXT.set(memory, slot, 0);
        Cte.MDB_REVOCABLE.set(memory, slot, 1);
        Cte.MDB_FIRST_BADGED.set(memory, slot, 1);
    }
}
