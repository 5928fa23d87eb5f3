package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Address spaces as threads have them (arch/x86/kernel/vspace.c and its 64-bit part): which capability may be the
 * root of one, making it the active one, and what a page fault tells.
 *
 * <p>Neighbours: {@link Asids} finds the PML4 of an ASID, {@link PageTables} walks down from it, {@link PageEntries}
 * makes entries, {@link Unmapping} removes them, {@link FrameInvocations} and {@link TableInvocations} decode what
 * users ask for.
 */
public final class VSpace extends InvocationPart {

    static final KernelFunction SET_VM_ROOT =
            KernelFunction.of(VSpace.class, "setVMRoot", Phase.SCHEDULE, "thread:tcb");
    static final KernelPoint HAS_VSPACE = SET_VM_ROOT.check("has_vspace", "cap:cap");
    static final KernelPoint ASID_IS_VALID = SET_VM_ROOT.check("asid_is_valid", "asid", "pml4");
    static final KernelPoint ROOT_CHANGES = SET_VM_ROOT.branch("root_changes", "cr3", "currentCR3");
    static final KernelPoint KERNEL_ROOT = SET_VM_ROOT.action("kernel_root", "cr3");

    static final KernelFunction IS_V_TABLE_ROOT =
            KernelFunction.of(VSpace.class, "isVTableRoot", Phase.DECODE, "cap:cap");
    static final KernelPoint IS_PML4 = IS_V_TABLE_ROOT.check("is_pml4", "cap:cap");
    static final KernelFunction IS_VALID_NATIVE_ROOT =
            KernelFunction.of(VSpace.class, "isValidNativeRoot", Phase.DECODE, "cap:cap");
    static final KernelPoint HAS_ASID = IS_VALID_NATIVE_ROOT.check("has_asid", "cap:cap");
    static final KernelFunction IS_VALID_V_TABLE_ROOT =
            KernelFunction.of(VSpace.class, "isValidVTableRoot", Phase.DECODE, "cap:cap");

    static final KernelFunction CHECK_VALID_IPC_BUFFER =
            KernelFunction.of(VSpace.class, "checkValidIPCBuffer", Phase.DECODE, "vptr", "cap:cap");
    static final KernelPoint BUFFER_IS_FRAME = CHECK_VALID_IPC_BUFFER.check("is_frame", "cap:cap");
    static final KernelPoint BUFFER_NO_DEVICE = CHECK_VALID_IPC_BUFFER.check("no_device", "cap:cap");
    static final KernelPoint BUFFER_ALIGNED = CHECK_VALID_IPC_BUFFER.check("aligned", "vptr");

    static final KernelFunction HANDLE_VM_FAULT =
            KernelFunction.of(VSpace.class, "handleVMFault", Phase.LOOKUP, "thread:tcb", "instruction:flag");
    static final KernelPoint FAULT_RECORDED =
            HANDLE_VM_FAULT.action("fault_recorded", "address", "code", "instruction:flag");

    static final KernelFunction COPY_GLOBAL_MAPPINGS =
            KernelFunction.of(VSpace.class, "copyGlobalMappings", Phase.PERFORM, "vspace");

    /** Index of the first entry of a PML4 that belongs to the kernel: that of PPTR_BASE. */
    private static final int KERNEL_ENTRY = 511;

    private final Cap root = new Cap();

    public VSpace(Kernel kernel) {
        super(kernel);
    }

    /**
     * Makes a thread's VSpace the one that user mode will run in. With the kernel skim window the processor's cr3 is
     * loaded on the way out; until then only x64KSCurrentUserCR3 says which it will be.
     *
     * <p>A thread whose VSpace is gone, or whose ASID was given to another, gets the kernel's own tables: it faults
     * at once in user mode, and harms nobody.
     */
    public void setVMRoot(long thread) {
        enter(SET_VM_ROOT, thread);
        root.load(memory, Tcb.slot(thread, Tcb.VTABLE));
        if (!check(HAS_VSPACE, root.is(CapType.PML4) && Pml4Cap.IS_MAPPED.isSet(root), root.word0)) {
            useKernelRoot();
            leave();
            return;
        }
        long pml4 = Pml4Cap.BASE_PTR.get(root);
        long asid = Pml4Cap.MAPPED_ASID.get(root);
        Asids asids = kernel.x86().asids();
        boolean found = asids.findVSpaceForASID(asid) == ExceptionStatus.NONE;
        if (!check(ASID_IS_VALID, found && asids.foundVSpace() == pml4, asid, pml4)) {
            useKernelRoot();
            leave();
            return;
        }
        long cr3 = PhysicalMemory.paddr(pml4);
        long current = memory.read(KernelGlobals.X64KS_CURRENT_USER_CR3);
        if (check(ROOT_CHANGES, cr3 != current, cr3, current)) {
            memory.write(KernelGlobals.X64KS_CURRENT_USER_CR3, cr3);
        }
        leave();
    }

    private void useKernelRoot() {
        long cr3 = PhysicalMemory.paddr(KernelGlobals.X64KS_SKIM_PML4);
        memory.write(KernelGlobals.X64KS_CURRENT_USER_CR3, cr3);
        act(KERNEL_ROOT, cr3);
    }

    /** Whether a capability is for the top level of a VSpace. */
    public boolean isVTableRoot(Cap cap) {
        enter(IS_V_TABLE_ROOT, cap.word0);
        return leave(check(IS_PML4, cap.is(CapType.PML4), cap.word0));
    }

    /** Whether a capability is for a VSpace that has an ASID, which it needs to be mapped into or run in. */
    public boolean isValidNativeRoot(Cap cap) {
        enter(IS_VALID_NATIVE_ROOT, cap.word0);
        return leave(isVTableRoot(cap) && check(HAS_ASID, Pml4Cap.IS_MAPPED.isSet(cap), cap.word0));
    }

    /** Whether a capability may become a thread's VSpace. */
    public boolean isValidVTableRoot(Cap cap) {
        enter(IS_VALID_V_TABLE_ROOT, cap.word0);
        return leave(isValidNativeRoot(cap));
    }

    /**
     * Whether a frame may be a thread's IPC buffer at an address. The kernel writes there by itself, so it must be
     * memory, and the buffer must lie within one page.
     *
     * @return NONE, or SYSCALL_ERROR
     */
    public ExceptionStatus checkValidIPCBuffer(long vptr, Cap cap) {
        enter(CHECK_VALID_IPC_BUFFER, vptr, cap.word0);
        if (!check(BUFFER_IS_FRAME, cap.is(CapType.FRAME), cap.word0)) {
            return leave(illegalOperation());
        }
        if (!check(BUFFER_NO_DEVICE, !FrameCap.IS_DEVICE.isSet(cap), cap.word0)) {
            return leave(illegalOperation());
        }
        if (!check(BUFFER_ALIGNED, (vptr & (1L << IpcBuffer.SIZE_BITS) - 1) == 0, vptr)) {
            return leave(syscallError(SyscallError.ALIGNMENT_ERROR));
        }
        return leave(ExceptionStatus.NONE);
    }

    /**
     * Writes down a page fault: the address that cr2 holds and the processor's error code, of which five bits fit.
     *
     * @param instruction whether an instruction was to be fetched
     * @return always FAULT
     */
    public ExceptionStatus handleVMFault(long thread, boolean instruction) {
        enter(HANDLE_VM_FAULT, thread, instruction ? 1 : 0);
        long address = kernel.cpu().cr2();
        long code = Tcb.register(memory, thread, Register.ERROR);
        long word0 = Fault.FSR.put(Fault.VM_FAULT, code);
        memory.write(KernelGlobals.CURRENT_FAULT, Fault.INSTRUCTION_FAULT.put(word0, instruction ? 1 : 0));
        memory.write(KernelGlobals.CURRENT_FAULT + 8, address);
        act(FAULT_RECORDED, address, code, instruction ? 1 : 0);
        return leave(ExceptionStatus.FAULT);
    }

    /**
     * Gives a new PML4 the kernel's part, so that the kernel can be entered while it is active. What user mode sees
     * of the kernel is only the skim window.
     */
    public void copyGlobalMappings(long vspace) {
        enter(COPY_GLOBAL_MAPPINGS, vspace);
        for (int i = KERNEL_ENTRY; i < PageTableEntry.ENTRIES; i++) {
            long offset = (long) i << PageTableEntry.SIZE_BITS;
            memory.write(vspace + offset, memory.read(KernelGlobals.X64KS_SKIM_PML4 + offset));
        }
        leave();
    }
}
