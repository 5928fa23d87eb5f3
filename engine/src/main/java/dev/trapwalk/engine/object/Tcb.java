package dev.trapwalk.engine.object;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;

/**
 * Layout of a thread control block: a block of 2 KiB that begins with five capability slots; the {@code tcb_t} itself lies in
 * the upper half. A TCB pointer is the address of that upper half, as in the C kernel.
 */
public final class Tcb {

    /** log2 of the size of the whole block in bytes. */
    public static final int SIZE_BITS = 11;
    /** Offset of the tcb_t within the block: pointer = block + TCB_OFFSET. */
    public static final long TCB_OFFSET = 1L << (SIZE_BITS - 1);

    /** Numbers of the five slots (tcb_cnode_index). */
    public static final int CTABLE = 0;
    public static final int VTABLE = 1;
    public static final int REPLY = 2;
    public static final int CALLER = 3;
    public static final int BUFFER = 4;
    /** Number of slots of a TCB, seL4's tcbCNodeEntries. */
    public static final int SLOTS = 5;

    private static final int REGISTERS_WORD = 512 / 8;

    /** blockingIPCBadge: badge of the capability a blocked sender used. */
    public static final BitField BLOCKING_BADGE = BitField.word("blockingIPCBadge", 90);
    public static final BitField BLOCKING_CAN_GRANT = BitField.flag("blockingIPCCanGrant", 89, 3);
    public static final BitField BLOCKING_CAN_GRANT_REPLY = BitField.flag("blockingIPCCanGrantReply", 89, 2);
    public static final BitField BLOCKING_IS_CALL = BitField.flag("blockingIPCIsCall", 89, 1);
    /** Whether the thread is in a ready queue. */
    public static final BitField QUEUED = BitField.flag("tcbQueued", 89, 0);
    /** Endpoint or notification the thread waits on. */
    public static final BitField BLOCKING_OBJECT = BitField.alignedPointer("blockingObject", 88, 4, 4);
    /** A {@link ThreadState} number. */
    public static final BitField STATE = BitField.bits("tsType", 88, 0, 4);
    public static final BitField FLAGS = BitField.word("tcbFlags", 91);
    public static final BitField BOUND_NOTIFICATION = BitField.word("tcbBoundNotification", 92);
    /** Two words: the fault that is or was to be delivered, see {@link Fault}. */
    public static final long FAULT = 744;
    /** Two words: why a lookup failed, see {@link LookupFault}. */
    public static final long LOOKUP_FAILURE = 760;
    public static final BitField DOMAIN = BitField.word("tcbDomain", 97);
    /** Maximum controlled priority. */
    public static final BitField MCP = BitField.word("tcbMCP", 98);
    public static final BitField PRIORITY = BitField.word("tcbPriority", 99);
    /** Timer ticks left. */
    public static final BitField TIME_SLICE = BitField.word("tcbTimeSlice", 100);
    /** CPtr of the fault endpoint in the thread's own CSpace. */
    public static final BitField FAULT_HANDLER = BitField.word("tcbFaultHandler", 101);
    /** User address of the IPC buffer. */
    public static final BitField IPC_BUFFER = BitField.word("tcbIPCBuffer", 102);
    public static final BitField SCHED_NEXT = BitField.word("tcbSchedNext", 103);
    public static final BitField SCHED_PREV = BitField.word("tcbSchedPrev", 104);
    public static final BitField EP_NEXT = BitField.word("tcbEPNext", 105);
    public static final BitField EP_PREV = BitField.word("tcbEPPrev", 106);

    private static final BitField[] REGISTERS = new BitField[Register.COUNT];

    static {
        for (int i = 0; i < REGISTERS.length; i++) {
            REGISTERS[i] = BitField.word(Register.at(i).name(), REGISTERS_WORD + i);
        }
    }

    private Tcb() {
    }

    /** The saved value of a register of a thread. */
    public static long register(PhysicalMemory memory, long tcb, Register register) {
        return memory.read(registerAddress(tcb, register));
    }

    /** Saves a register value in a thread's context. */
    public static void setRegister(PhysicalMemory memory, long tcb, Register register, long value) {
        memory.write(registerAddress(tcb, register), value);
    }

    /** Address of the word in which a thread's register is saved. */
    public static long registerAddress(long tcb, Register register) {
        return tcb + 8L * (REGISTERS_WORD + register.ordinal());
    }

    /** The saved context as fields, in context order. */
    public static BitField[] registers() {
        return REGISTERS.clone();
    }

    /** Address of one of a thread's five slots. */
    public static long slot(long tcb, int index) {
        return tcb - TCB_OFFSET + (long) index * Cte.BYTES;
    }

    /** The TCB whose block contains an address. */
    public static long containing(long address) {
        return (address & -(1L << SIZE_BITS)) + TCB_OFFSET;
    }
}
