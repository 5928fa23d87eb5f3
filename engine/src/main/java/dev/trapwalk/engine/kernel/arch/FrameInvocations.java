package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * X86_Page_Map, Unmap and GetAddress on frames of 4 KiB, 2 MiB and 1 GiB; {@link FrameMapping} puts the entry in
 * place.
 */
public final class FrameInvocations extends MappingPart {

    static final KernelFunction DECODE = KernelFunction.of(FrameInvocations.class, "decodeX86FrameInvocation",
            Phase.DECODE, "label:label", "length:count", "slot:slot", "cap:cap");
    static final KernelPoint LABEL_KNOWN = DECODE.check("label_known", "label:label");
    static final KernelPoint LENGTH = DECODE.check("length", "length:count", "required:count");
    static final KernelPoint EXTRA_CAP = DECODE.check("extra_cap", "slot:slot");
    static final KernelPoint VSPACE_CAP_VALID = DECODE.check("vspace_cap_valid", "cap:cap");
    static final KernelPoint NOT_MAPPED = DECODE.branch("not_mapped", "mappedASID");
    static final KernelPoint SAME_ASID = DECODE.check("mapped_in_same_vspace", "mappedASID", "asid");
    static final KernelPoint SAME_MAP_TYPE = DECODE.check("mapped_in_vspace", "mapType:count");
    static final KernelPoint SAME_ADDRESS = DECODE.check("mapped_at_same_address", "mappedAddress", "vaddr");
    static final KernelPoint IN_USER_RANGE = DECODE.check("vaddr_in_user_range", "vaddr");
    static final KernelPoint TOP_IN_USER_RANGE = DECODE.check("end_in_user_range", "vtop");
    static final KernelPoint ASID_FOUND = DECODE.check("asid_leads_to_vspace", "asid");
    static final KernelPoint SAME_VSPACE = DECODE.check("asid_is_this_vspace", "asid", "vspace");
    static final MapTarget TARGET = new MapTarget(VSPACE_CAP_VALID, IN_USER_RANGE, ASID_FOUND, SAME_VSPACE);
    static final KernelPoint ALIGNED = DECODE.check("aligned", "vaddr", "sizeBits:count");

    static final KernelFunction PERFORM_FRAME_UNMAP = KernelFunction.of(FrameInvocations.class,
            "performX86FrameInvocationUnmap", Phase.PERFORM, "cap:cap", "slot:slot");
    static final KernelPoint IS_MAPPED = PERFORM_FRAME_UNMAP.branch("is_mapped", "mappedASID");
    static final KernelFunction PERFORM_PAGE_UNMAP = KernelFunction.of(FrameInvocations.class,
            "performX86PageInvocationUnmap", Phase.PERFORM, "cap:cap", "slot:slot");
    static final KernelPoint CAP_UNMAPPED = PERFORM_PAGE_UNMAP.action("cap_unmapped", "slot:slot");
    static final KernelFunction PERFORM_GET_ADDRESS =
            KernelFunction.of(FrameInvocations.class, "performPageGetAddress", Phase.PERFORM, "pptr", "call:flag");
    static final KernelPoint HAS_REPLY = PERFORM_GET_ADDRESS.branch("is_call", "paddr");

    public FrameInvocations(Kernel kernel) {
        super(kernel);
    }

    /** Decodes an invocation of a frame capability. {@code cap} is changed to what the slot will hold. */
    ExceptionStatus decodeX86FrameInvocation(long label, int length, long slot, Cap cap, boolean call, long buffer) {
        enter(DECODE, label, length, slot, cap.word0);
        InvocationLabel invocation = InvocationLabel.of(label);
        boolean known = invocation == InvocationLabel.X86_PAGE_MAP || invocation == InvocationLabel.X86_PAGE_UNMAP
                || invocation == InvocationLabel.X86_PAGE_GET_ADDRESS;
        if (!check(LABEL_KNOWN, known, label)) {
            return leave(illegalOperation());
        }
        switch (invocation) {
            case X86_PAGE_MAP -> {
                return leave(decodeMap(length, slot, cap, buffer));
            }
            case X86_PAGE_UNMAP -> {
                restartCurrentThread();
                return leave(performX86FrameInvocationUnmap(cap, slot));
            }
            default -> {
                restartCurrentThread();
                return leave(performPageGetAddress(FrameCap.BASE_PTR.get(cap), call));
            }
        }
    }

    private ExceptionStatus decodeMap(int length, long slot, Cap cap, long buffer) {
        if (!check(LENGTH, length >= 3, length, 3) || !check(EXTRA_CAP, extraCap(0) != 0, extraCap(0))) {
            return truncatedMessage();
        }
        int size = (int) FrameCap.SIZE.get(cap);
        int sizeBits = FrameCap.pageBits(size);
        long vaddr = getSyscallArg(0, buffer);
        long rightsMask = getSyscallArg(1, buffer);
        long attributes = getSyscallArg(2, buffer);
        if (!takeVSpaceCap(TARGET)) {
            return invalidCapability(1);
        }
        ExceptionStatus status = checkPlace(cap, vaddr, sizeBits);
        if (status != ExceptionStatus.NONE) {
            return status;
        }
        status = checkAsid(TARGET);
        if (status != ExceptionStatus.NONE) {
            return status;
        }
        long vmRights = kernel.x86().pageEntries().maskVMRights(FrameCap.VM_RIGHTS.get(cap), rightsMask);
        if (!check(ALIGNED, (vaddr & (1L << sizeBits) - 1) == 0, vaddr, sizeBits)) {
            return syscallError(SyscallError.ALIGNMENT_ERROR);
        }
        long paddr = PhysicalMemory.paddr(FrameCap.BASE_PTR.get(cap));
        FrameCap.MAPPED_ASID.set(cap, asid);
        FrameCap.MAPPED_ADDRESS.set(cap, vaddr);
        FrameCap.MAP_TYPE.set(cap, FrameCap.MAPPING_VSPACE);
        return kernel.x86().frameMapping().map(size, slot, cap, vspace, vaddr, paddr, vmRights, attributes);
    }

    /**
     * A frame that is mapped already may only be mapped again where it is, which changes its rights and attributes. One
     * that is not mapped must end below the top of user space; the sum may wrap around, so both ends count.
     */
    private ExceptionStatus checkPlace(Cap cap, long vaddr, int sizeBits) {
        long mappedAsid = FrameCap.MAPPED_ASID.get(cap);
        if (check(NOT_MAPPED, mappedAsid == Asids.INVALID, mappedAsid)) {
            long vtop = vaddr + (1L << sizeBits);
            return check(IN_USER_RANGE, Long.compareUnsigned(vaddr, PageTables.USER_TOP) <= 0, vaddr)
                    && check(TOP_IN_USER_RANGE, Long.compareUnsigned(vtop, PageTables.USER_TOP) <= 0, vtop)
                            ? ExceptionStatus.NONE : invalidArgument(0);
        }
        if (!check(SAME_ASID, mappedAsid == asid, mappedAsid, asid)) {
            return invalidCapability(1);
        }
        long mapType = FrameCap.MAP_TYPE.get(cap);
        if (!check(SAME_MAP_TYPE, mapType == FrameCap.MAPPING_VSPACE, mapType)) {
            return illegalOperation();
        }
        long mappedAddress = FrameCap.MAPPED_ADDRESS.get(cap);
        return check(SAME_ADDRESS, mappedAddress == vaddr, mappedAddress, vaddr)
                ? ExceptionStatus.NONE : invalidArgument(0);
    }

    private ExceptionStatus performX86FrameInvocationUnmap(Cap cap, long slot) {
        enter(PERFORM_FRAME_UNMAP, cap.word0, slot);
        long mappedAsid = FrameCap.MAPPED_ASID.get(cap);
        if (check(IS_MAPPED, mappedAsid != Asids.INVALID, mappedAsid)) {
            if (FrameCap.MAP_TYPE.get(cap) == FrameCap.MAPPING_NONE) {
                throw halt(PERFORM_FRAME_UNMAP, "mapped frame cap was not mapped");
            }
            performX86PageInvocationUnmap(cap, slot);
        }
        return leave(ExceptionStatus.NONE);
    }

    private void performX86PageInvocationUnmap(Cap cap, long slot) {
        enter(PERFORM_PAGE_UNMAP, cap.word0, slot);
        kernel.x86().unmapping().unmapPage((int) FrameCap.SIZE.get(cap), FrameCap.MAPPED_ASID.get(cap),
                FrameCap.MAPPED_ADDRESS.get(cap), FrameCap.BASE_PTR.get(cap));
        FrameCap.MAPPED_ADDRESS.set(memory, slot, 0);
        FrameCap.MAPPED_ASID.set(memory, slot, Asids.INVALID);
        FrameCap.MAP_TYPE.set(memory, slot, FrameCap.MAPPING_NONE);
        act(CAP_UNMAPPED, slot);
        leave();
    }

    /** Answers by itself, so the thread goes on as Running and gets no other reply. */
    private ExceptionStatus performPageGetAddress(long pptr, boolean call) {
        enter(PERFORM_GET_ADDRESS, pptr, call ? 1 : 0);
        long thread = globals.curThread();
        long paddr = PhysicalMemory.paddr(pptr);
        if (check(HAS_REPLY, call, paddr)) {
            kernel.transfers().lookupIPCBuffer(true, thread);
            Tcb.setRegister(memory, thread, Register.CAP, 0);
            Tcb.setRegister(memory, thread, Register.message(0), paddr);
            Tcb.setRegister(memory, thread, Register.MSG_INFO, MessageInfo.of(0, 0, 0, 1));
        }
        kernel.scheduler().setThreadState(thread, ThreadState.RUNNING);
        return leave(ExceptionStatus.NONE);
    }
}
