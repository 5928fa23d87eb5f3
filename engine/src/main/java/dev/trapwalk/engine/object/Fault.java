package dev.trapwalk.engine.object;

/** Layout of a {@code seL4_Fault_t}: two words, as kept in a TCB and in the kernel's current_fault. */
public final class Fault {

    /** Size in bytes. */
    public static final int BYTES = 16;
    public static final BitField TYPE = BitField.bits("seL4_FaultType", 0, 0, 4);

    public static final int NULL_FAULT = 0;
    public static final int CAP_FAULT = 1;
    public static final int UNKNOWN_SYSCALL = 2;
    public static final int USER_EXCEPTION = 3;
    public static final int VM_FAULT = 5;

    /** CapFault: the CPtr that did not lead to a usable capability. VMFault: the user address. */
    public static final BitField ADDRESS = BitField.word("address", 1);
    /** CapFault: whether the thread was receiving. */
    public static final BitField IN_RECEIVE_PHASE = BitField.flag("inReceivePhase", 0, 63);
    public static final BitField SYSCALL_NUMBER = BitField.word("syscallNumber", 1);
    /** UserException: x86 vector. */
    public static final BitField NUMBER = BitField.bits("number", 0, 32, 32);
    /** UserException: x86 error code. */
    public static final BitField CODE = BitField.bits("code", 0, 4, 28);
    /** VMFault: x86 page fault error code, 5 bits. */
    public static final BitField FSR = BitField.bits("FSR", 0, 27, 5);
    /** VMFault: whether an instruction was to be fetched. */
    public static final BitField INSTRUCTION_FAULT = BitField.flag("instructionFault", 0, 19);

    private Fault() {
    }
}
