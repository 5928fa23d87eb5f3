package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * What the two fastpaths share: the first checks, the copying of message registers, and the switch to the partner
 * (fastpath/fastpath.c, fastpath.h).
 *
 * <p>A fastpath is an IPC that needs nothing special, done in one go. It begins with checks that change nothing; the
 * first that fails leaves for the slow path, which starts over. After the last check there is no way back: message
 * registers are copied, the reply capability is made or used up, and the partner runs. The fast stores write whole
 * words, as in C: the bits of an address that the slow path would mask out stay in the object, which is harmless but
 * visible in a memory dump.
 */
abstract class FastPath extends KernelPart {

    /** Type and IsMapped bit of a mapped PML4 capability lie side by side and are compared in one go. */
    private static final long MAPPED_PML4 = (long) CapType.PML4.tag() << 1 | 1;

    /** Finds the capability that the system call names. */
    final FastLookup lookup;
    /** Whether a partner may be in another domain than the current one. */
    final boolean severalDomains;

    FastPath(Kernel kernel) {
        super(kernel);
        lookup = new FastLookup(kernel);
        severalDomains = kernel.config().numDomains() > 1;
    }

    /** The first checks of both fastpaths, one condition in C: all three are looked at before the path is left. */
    final boolean messageFitsRegisters(KernelPoint extraCaps, KernelPoint length, KernelPoint savedFault, long thread,
            long msgInfo) {
        long caps = MessageInfo.EXTRA_CAPS.in(msgInfo);
        long words = MessageInfo.LENGTH.in(msgInfo);
        long faultType = Fault.TYPE.get(memory, thread + Tcb.FAULT);
        boolean fits = check(extraCaps, caps == 0, caps)
                && check(length, words <= Register.MESSAGE_REGISTERS, words, Register.MESSAGE_REGISTERS);
        return check(savedFault, faultType == Fault.NULL_FAULT, faultType) && fits;
    }

    /** Whether the partner is in the domain that runs now. */
    final boolean isCurrentDomain(KernelPoint point, long tcb, int curDomain) {
        long domain = Tcb.DOMAIN.get(memory, tcb);
        return check(point, domain == curDomain, domain, curDomain);
    }

    static boolean isType(long word0, CapType type) {
        return word0 >>> 59 == type.tag();
    }

    /** isValidVTableRoot_fp. */
    static boolean isMappedPml4(long word0) {
        return word0 >>> 58 == MAPPED_PML4;
    }

    /** A store of the whole word, as the C fastpath does: it drops blockingObject with the old state. */
    final void setState(long tcb, long word) {
        memory.write(tcb + 8L * Tcb.STATE.word(), word);
    }

    /** fastpath_copy_mrs. */
    final void copyMrs(long length, long from, long to) {
        for (int i = 0; i < length; i++) {
            Register register = Register.message(i);
            Tcb.setRegister(memory, to, register, Tcb.register(memory, from, register));
        }
    }

    /** Makes a thread current and its page table the one for user mode; returns that table's cr3. */
    final long switchToThread_fp(long thread) {
        long cr3 = memory.read(Tcb.slot(thread, Tcb.VTABLE) + 8) - PhysicalMemory.PPTR_BASE;
        if (memory.read(KernelGlobals.X64KS_CURRENT_USER_CR3) != cr3) {
            memory.write(KernelGlobals.X64KS_CURRENT_USER_CR3, cr3);
        }
        kernel.x86().fpu().lazyFPURestore(thread);
        globals.setCurThread(thread);
        return cr3;
    }

    /** The point of no return is passed: notes in ksKernelEntry that it is the fastpath. */
    final void trackFastpath() {
        if (kernel.config().trackKernelEntries()) {
            memory.write(KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH, 1);
        }
    }

    /** Leaves for the slow path. */
    final void slowpath(Syscall syscall) {
        kernel.traps().slowpath(syscall.number());
    }
}
