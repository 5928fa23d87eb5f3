package dev.trapwalk.engine.machine;

/**
 * The registers of a saved user context, in the order of seL4's x86-64 {@code tcbContext.registers}
 * (arch/x86/arch/64/mode/machine/registerset.h). The live register file uses the same order.
 */
public enum Register {
    RDI, RSI, RAX, RBX, RBP, R12, R13, R14, RDX, R10, R8, R9, R15, FLAGS, NEXT_IP, ERROR, RSP, FAULT_IP, R11, RCX, CS,
    SS, FS_BASE, GS_BASE;

    private static final Register[] ALL = values();

    /** Number of words of a user context's register area. */
    public static final int COUNT = ALL.length;

    /** Registers that carry the first message words, in order: mr0..mr3. */
    private static final Register[] MESSAGE = {R10, R8, R9, R15};

    /** Number of message registers kept in CPU registers: seL4's n_msgRegisters. */
    public static final int MESSAGE_REGISTERS = MESSAGE.length;

    /** The capability pointer on entry of a system call, the badge on its return. */
    public static final Register CAP = RDI;
    /** The message info word. */
    public static final Register MSG_INFO = RSI;

    /** Register {@code index} in context order. */
    public static Register at(int index) {
        return ALL[index];
    }

    /** The register that carries message word {@code index}, 0..3. */
    public static Register message(int index) {
        return MESSAGE[index];
    }
}
