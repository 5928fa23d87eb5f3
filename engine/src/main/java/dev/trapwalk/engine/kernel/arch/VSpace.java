package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Address spaces: ASIDs, walking page tables, switching. */
public final class VSpace extends KernelPart {

    static final KernelFunction SET_VM_ROOT =
            KernelFunction.of(VSpace.class, "setVMRoot", Phase.SCHEDULE, "thread:tcb");
    static final KernelFunction IS_VALID_V_TABLE_ROOT =
            KernelFunction.of(VSpace.class, "isValidVTableRoot", Phase.LOOKUP, "cap:cap");
    static final KernelFunction HANDLE_VM_FAULT =
            KernelFunction.of(VSpace.class, "handleVMFault", Phase.LOOKUP, "thread:tcb", "instruction:flag");
    static final KernelFunction CHECK_VALID_IPC_BUFFER =
            KernelFunction.of(VSpace.class, "checkValidIPCBuffer", Phase.DECODE, "vptr", "cap:cap");

    public VSpace(Kernel kernel) {
        super(kernel);
    }

    public void setVMRoot(long thread) {
        throw new NotModelledException("setVMRoot");
    }

    public boolean isValidVTableRoot(Cap cap) {
        throw new NotModelledException("isValidVTableRoot");
    }

    public ExceptionStatus handleVMFault(long thread, boolean instruction) {
        throw new NotModelledException("handleVMFault");
    }

    public ExceptionStatus checkValidIPCBuffer(long vptr, Cap cap) {
        throw new NotModelledException("checkValidIPCBuffer");
    }
}
