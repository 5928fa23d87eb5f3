package dev.trapwalk.engine.kernel.decode;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * TCB_Configure, TCB_SetSpace and TCB_SetIPCBuffer: what a thread's CPtrs mean, which addresses it sees, and where its
 * messages lie. The thread gets derived copies of the capabilities given, in slots of its TCB.
 */
final class TcbSpaces extends InvocationPart {

    static final KernelFunction DECODE_CONFIGURE =
            KernelFunction.of(TcbSpaces.class, "decodeTCBConfigure", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint CONFIGURE_ARGUMENTS =
            DECODE_CONFIGURE.check("length_and_caps", "length:count", "needed:count");
    static final KernelPoint CONFIGURE_HAS_BUFFER = DECODE_CONFIGURE.branch("has_buffer", "bufferAddr");
    static final KernelPoint CONFIGURE_BUFFER_DERIVED =
            DECODE_CONFIGURE.check("buffer_derived", "bufferSlot:slot", "bufferCap:cap");
    static final KernelPoint CONFIGURE_BUFFER_VALID =
            DECODE_CONFIGURE.check("buffer_valid", "bufferAddr", "bufferCap:cap");
    static final Points CONFIGURE_ROOTS = Points.of(DECODE_CONFIGURE);

    static final KernelFunction DECODE_SET_IPC_BUFFER =
            KernelFunction.of(TcbSpaces.class, "decodeSetIPCBuffer", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint BUFFER_ARGUMENTS =
            DECODE_SET_IPC_BUFFER.check("length_and_cap", "length:count", "bufferSlot:slot");
    static final KernelPoint HAS_BUFFER = DECODE_SET_IPC_BUFFER.branch("has_buffer", "bufferAddr");
    static final KernelPoint BUFFER_DERIVED =
            DECODE_SET_IPC_BUFFER.check("buffer_derived", "bufferSlot:slot", "bufferCap:cap");
    static final KernelPoint BUFFER_VALID = DECODE_SET_IPC_BUFFER.check("buffer_valid", "bufferAddr", "bufferCap:cap");

    static final KernelFunction DECODE_SET_SPACE =
            KernelFunction.of(TcbSpaces.class, "decodeSetSpace", Phase.DECODE, "tcb:tcb", "length:count");
    static final KernelPoint SPACE_ARGUMENTS =
            DECODE_SET_SPACE.check("length_and_caps", "length:count", "needed:count");
    static final Points SPACE_ROOTS = Points.of(DECODE_SET_SPACE);

    /** The points about the two roots, which TCB_Configure and TCB_SetSpace have in common. */
    record Points(KernelPoint oldRootsShort, KernelPoint cRootDerived, KernelPoint cRootIsCNode,
            KernelPoint vRootDerived, KernelPoint vRootValid) {

        static Points of(KernelFunction decode) {
            return new Points(decode.check("old_roots_quick_to_delete", "ctable:slot", "vtable:slot"),
                    decode.check("croot_derived", "cRootSlot:slot", "cRootCap:cap"),
                    decode.check("croot_is_cnode", "cRootCap:cap"),
                    decode.check("vroot_derived", "vRootSlot:slot", "vRootCap:cap"),
                    decode.check("vroot_valid", "vRootCap:cap"));
        }
    }

    private static final int CONFIGURE_WORDS = 4;
    private static final int SPACE_WORDS = 3;

    private final ThreadControl threadControl;
    private final Cap bufferCap = new Cap();
    private final Cap cRootCap = new Cap();
    private final Cap vRootCap = new Cap();

    TcbSpaces(Kernel kernel, ThreadControl threadControl) {
        super(kernel);
        this.threadControl = threadControl;
    }

    /** Decodes TCB_Configure: SetSpace and SetIPCBuffer in one. Extra capabilities: CSpace, VSpace, buffer frame. */
    ExceptionStatus decodeTCBConfigure(long tcb, int length, long slot, long buffer) {
        enter(DECODE_CONFIGURE, tcb, length);
        if (!check(CONFIGURE_ARGUMENTS,
                length >= CONFIGURE_WORDS && extraCap(0) != 0 && extraCap(1) != 0 && extraCap(2) != 0, length,
                CONFIGURE_WORDS)) {
            return leave(truncatedMessage());
        }
        long faultep = getSyscallArg(0, buffer);
        long cRootData = getSyscallArg(1, buffer);
        long vRootData = getSyscallArg(2, buffer);
        long bufferAddr = getSyscallArg(3, buffer);
        long cRootSlot = extraCap(0);
        long vRootSlot = extraCap(1);
        long bufferSlot = extraCap(2);
        bufferCap.load(memory, bufferSlot);
        if (check(CONFIGURE_HAS_BUFFER, bufferAddr != 0, bufferAddr)) {
            ExceptionStatus status = kernel.capabilities().deriveCap(bufferSlot, bufferCap);
            if (!check(CONFIGURE_BUFFER_DERIVED, status == ExceptionStatus.NONE, bufferSlot, bufferCap.word0)) {
                return leave(status);
            }
            status = kernel.vspace().checkValidIPCBuffer(bufferAddr, bufferCap);
            if (!check(CONFIGURE_BUFFER_VALID, status == ExceptionStatus.NONE, bufferAddr, bufferCap.word0)) {
                return leave(status);
            }
        } else {
            bufferSlot = 0;
        }
        ExceptionStatus status = decodeRoots(CONFIGURE_ROOTS, tcb, cRootSlot, cRootData, vRootSlot, vRootData);
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(threadControl.setSpace(tcb, slot, faultep, cRootCap, cRootSlot, vRootCap, vRootSlot, bufferAddr,
                bufferCap, bufferSlot, ThreadControl.UPDATE_SPACE | ThreadControl.UPDATE_IPC_BUFFER));
    }

    /** Decodes TCB_SetIPCBuffer. Address 0 takes the buffer away. */
    ExceptionStatus decodeSetIPCBuffer(long tcb, int length, long slot, long buffer) {
        enter(DECODE_SET_IPC_BUFFER, tcb, length);
        long bufferSlot = extraCap(0);
        if (!check(BUFFER_ARGUMENTS, length >= 1 && bufferSlot != 0, length, bufferSlot)) {
            return leave(truncatedMessage());
        }
        long bufferAddr = getSyscallArg(0, buffer);
        bufferCap.load(memory, bufferSlot);
        if (check(HAS_BUFFER, bufferAddr != 0, bufferAddr)) {
            ExceptionStatus status = kernel.capabilities().deriveCap(bufferSlot, bufferCap);
            if (!check(BUFFER_DERIVED, status == ExceptionStatus.NONE, bufferSlot, bufferCap.word0)) {
                return leave(status);
            }
            status = kernel.vspace().checkValidIPCBuffer(bufferAddr, bufferCap);
            if (!check(BUFFER_VALID, status == ExceptionStatus.NONE, bufferAddr, bufferCap.word0)) {
                return leave(status);
            }
        } else {
            bufferSlot = 0;
        }
        restartCurrentThread();
        return leave(threadControl.setIpcBuffer(tcb, slot, bufferAddr, bufferCap, bufferSlot));
    }

    /** Decodes TCB_SetSpace. Extra capabilities: CSpace, VSpace. */
    ExceptionStatus decodeSetSpace(long tcb, int length, long slot, long buffer) {
        enter(DECODE_SET_SPACE, tcb, length);
        if (!check(SPACE_ARGUMENTS, length >= SPACE_WORDS && extraCap(0) != 0 && extraCap(1) != 0, length,
                SPACE_WORDS)) {
            return leave(truncatedMessage());
        }
        long faultep = getSyscallArg(0, buffer);
        long cRootSlot = extraCap(0);
        long vRootSlot = extraCap(1);
        ExceptionStatus status = decodeRoots(SPACE_ROOTS, tcb, cRootSlot, getSyscallArg(1, buffer), vRootSlot,
                getSyscallArg(2, buffer));
        if (status != ExceptionStatus.NONE) {
            return leave(status);
        }
        restartCurrentThread();
        return leave(threadControl.setSpace(tcb, slot, faultep, cRootCap, cRootSlot, vRootCap, vRootSlot, 0, bufferCap,
                0, ThreadControl.UPDATE_SPACE));
    }

    /** Makes the thread's new CSpace and VSpace roots, into {@link #cRootCap} and {@link #vRootCap}. */
    private ExceptionStatus decodeRoots(Points points, long tcb, long cRootSlot, long cRootData, long vRootSlot,
            long vRootData) {
        cRootCap.load(memory, cRootSlot);
        vRootCap.load(memory, vRootSlot);
        long ctable = Tcb.slot(tcb, Tcb.CTABLE);
        long vtable = Tcb.slot(tcb, Tcb.VTABLE);
        if (!check(points.oldRootsShort, !kernel.derivation().slotCapLongRunningDelete(ctable)
                && !kernel.derivation().slotCapLongRunningDelete(vtable), ctable, vtable)) {
            return illegalOperation();
        }
        ExceptionStatus status = deriveRoot(cRootCap, cRootSlot, cRootData);
        if (!check(points.cRootDerived, status == ExceptionStatus.NONE, cRootSlot, cRootCap.word0)) {
            return status;
        }
        if (!check(points.cRootIsCNode, cRootCap.is(CapType.CNODE), cRootCap.word0)) {
            return illegalOperation();
        }
        status = deriveRoot(vRootCap, vRootSlot, vRootData);
        if (!check(points.vRootDerived, status == ExceptionStatus.NONE, vRootSlot, vRootCap.word0)) {
            return status;
        }
        if (!check(points.vRootValid, kernel.vspace().isValidVTableRoot(vRootCap), vRootCap.word0)) {
            return illegalOperation();
        }
        return ExceptionStatus.NONE;
    }

    /** Data 0 means "leave the guard as it is", so that an all-zero guard cannot be set this way. */
    private ExceptionStatus deriveRoot(Cap root, long slot, long data) {
        if (data != 0) {
            kernel.capabilities().updateCapData(false, data, root);
        }
        return kernel.capabilities().deriveCap(slot, root);
    }
}
