package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Chooses the decoder of x86 capabilities: {@link FrameInvocations}, {@link TableInvocations}, {@link
 * AsidInvocations} or {@link IoPortInvocations}.
 */
public final class X86Invocations extends InvocationPart {

    static final KernelFunction ARCH_DECODE_INVOCATION = KernelFunction.of(X86Invocations.class,
            "Arch_decodeInvocation", Phase.DECODE, "label:label", "length:count", "cptr:cptr", "cap:cap");
    static final KernelFunction MODE_DECODE_INVOCATION = KernelFunction.of(X86Invocations.class,
            "Mode_decodeInvocation", Phase.DECODE, "label:label", "length:count", "cptr:cptr", "cap:cap");

    static final KernelFunction DECODE_MMU = KernelFunction.of(X86Invocations.class, "decodeX86MMUInvocation",
            Phase.DECODE, "label:label", "length:count", "cptr:cptr", "cap:cap");
    static final KernelPoint MAKE_POOL_LABEL = DECODE_MMU.check("make_pool_label_known", "label:label");
    static final KernelPoint MAKE_POOL_LENGTH = DECODE_MMU.check("make_pool_length", "length:count", "required:count");
    static final KernelPoint MAKE_POOL_EXTRA_CAPS =
            DECODE_MMU.check("make_pool_extra_caps", "untyped:slot", "root:slot");
    static final KernelPoint POOL_FREE = DECODE_MMU.check("pool_free", "pool:count");
    static final KernelPoint UNTYPED_SUITABLE = DECODE_MMU.check("untyped_suitable", "cap:cap");
    static final KernelPoint UNTYPED_UNUSED = DECODE_MMU.check("untyped_unused", "slot:slot");
    static final KernelPoint POOL_SLOT_FOUND = DECODE_MMU.check("dest_slot_found", "index", "depth:count");
    static final KernelPoint POOL_SLOT_EMPTY = DECODE_MMU.check("dest_slot_empty", "slot:slot");
    static final KernelPoint ASSIGN_LABEL = DECODE_MMU.check("assign_label_known", "label:label");
    static final KernelPoint ASSIGN_EXTRA_CAP = DECODE_MMU.check("assign_extra_cap", "slot:slot");
    static final KernelPoint VSPACE_UNASSIGNED = DECODE_MMU.check("vspace_unassigned", "cap:cap");
    static final KernelPoint POOL_EXISTS = DECODE_MMU.check("pool_exists", "asidBase");
    static final KernelPoint POOL_IS_THIS = DECODE_MMU.check("pool_is_this", "pool");
    static final KernelPoint ASID_FREE = DECODE_MMU.check("asid_free", "asid");

    static final KernelFunction DECODE_MODE_MMU = KernelFunction.of(X86Invocations.class,
            "decodeX86ModeMMUInvocation", Phase.DECODE, "label:label", "length:count", "cptr:cptr", "cap:cap");
    static final KernelPoint NOT_PML4 = DECODE_MODE_MMU.check("not_pml4", "cap:cap");

    public X86Invocations(Kernel kernel) {
        super(kernel);
    }

    /**
     * Decodes and performs an invocation of an x86 capability.
     *
     * @param slot where the capability lies
     * @param cap its words; the decoders change them into what the slot will hold
     * @return NONE or SYSCALL_ERROR
     */
    public ExceptionStatus Arch_decodeInvocation(long label, int length, long cptr, long slot, Cap cap, boolean call,
            long buffer) {
        enter(ARCH_DECODE_INVOCATION, label, length, cptr, cap.word0);
        return leave(switch (cap.type()) {
            case ASID_CONTROL, ASID_POOL -> decodeX86MMUInvocation(label, length, cptr, slot, cap, call, buffer);
            case IO_PORT_CONTROL ->
                kernel.x86().ioPortInvocations().decodeX86PortControlInvocation(label, length, slot, buffer);
            case IO_PORT -> kernel.x86().ioPortInvocations().decodeX86PortInvocation(label, length, cap, call, buffer);
            default -> Mode_decodeInvocation(label, length, cptr, slot, cap, call, buffer);
        });
    }

    private ExceptionStatus Mode_decodeInvocation(long label, int length, long cptr, long slot, Cap cap, boolean call,
            long buffer) {
        enter(MODE_DECODE_INVOCATION, label, length, cptr, cap.word0);
        return leave(switch (cap.type()) {
            case PML4, PDPT, PAGE_DIRECTORY, PAGE_TABLE, FRAME ->
                decodeX86MMUInvocation(label, length, cptr, slot, cap, call, buffer);
            default -> invalidCapability(0);
        });
    }

    private ExceptionStatus decodeX86MMUInvocation(long label, int length, long cptr, long slot, Cap cap, boolean call,
            long buffer) {
        enter(DECODE_MMU, label, length, cptr, cap.word0);
        return leave(switch (cap.type()) {
            case FRAME ->
                kernel.x86().frameInvocations().decodeX86FrameInvocation(label, length, slot, cap, call, buffer);
            case PAGE_TABLE ->
                kernel.x86().tableInvocations().decodeX86PageTableInvocation(label, length, slot, cap, buffer);
            case ASID_CONTROL -> kernel.x86().asidInvocations().decodeMakePool(label, length, buffer);
            case ASID_POOL -> kernel.x86().asidInvocations().decodeAssign(label, cap);
            default -> decodeX86ModeMMUInvocation(label, length, cptr, slot, cap, buffer);
        });
    }

    /** The levels that only 64-bit mode has. A PML4 itself has no invocations: its ASID pool acts on it. */
    private ExceptionStatus decodeX86ModeMMUInvocation(long label, int length, long cptr, long slot, Cap cap,
            long buffer) {
        enter(DECODE_MODE_MMU, label, length, cptr, cap.word0);
        if (!check(NOT_PML4, !cap.is(CapType.PML4), cap.word0)) {
            return leave(illegalOperation());
        }
        return leave(cap.is(CapType.PDPT)
                ? kernel.x86().tableInvocations().decodeX64PDPTInvocation(label, length, slot, cap, buffer)
                : kernel.x86().tableInvocations().decodeX64PageDirectoryInvocation(label, length, slot, cap, buffer));
    }
}
