package dev.trapwalk.engine.program;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.machine.Register;

/** One statement of a user program, already lowered to what it does to registers and IPC buffer. */
public sealed interface Statement {

    /** Where it stands. */
    SourceRange source();

    /**
     * Traps into the kernel: loads the message, then registers, then executes {@code syscall}.
     *
     * @param function the libsel4 function as written, such as {@code seL4_CNode_Copy}
     * @param number system call number for rdx
     * @param cptr capability pointer for rdi
     * @param info message info for rsi
     * @param message words to put into message registers 0.. before the call; empty: they keep what SetMR left there
     * @param caps CPtrs to put into the IPC buffer's capability slots; empty: they keep what SetCap left there
     * @param registers further registers to load just before the trap (raw system calls)
     * @param result variable that receives the result, or null: the reply's label for an invocation, else the badge
     * @param kind what the results mean
     */
    record SystemCall(SourceRange source, String function, long number, Value cptr, Value info, List<Value> message,
            List<Value> caps, Map<Register, Value> registers, String result, Kind kind) implements Statement {

        /** What a system call's results mean to the program. */
        public enum Kind {
            /** The reply's label is a seL4_Error. */
            INVOCATION,
            /** Something is received: badge, message info, message. */
            RECEIVE,
            /** Nothing comes back. */
            SEND,
            /** Written with registers by hand. */
            RAW
        }

        public SystemCall {
            message = List.copyOf(message);
            caps = List.copyOf(caps);
            registers = Map.copyOf(registers);
        }
    }

    /** {@code seL4_SetMR(index, value)}. */
    record SetMessageRegister(SourceRange source, int index, Value value) implements Statement {
    }

    /** {@code seL4_SetCap(index, cptr)}: a capability to send, index 0..2. */
    record SetCap(SourceRange source, int index, Value cptr) implements Statement {
    }

    /** {@code seL4_SetCapReceivePath(cnode, index, depth)}. */
    record SetReceivePath(SourceRange source, Value cnode, Value index, Value depth) implements Statement {
    }

    /** {@code name = value}. */
    record Assign(SourceRange source, String name, Value value) implements Statement {
    }

    /** A load from a user address: may fault. The word lands in a variable if one is named. */
    record Load(SourceRange source, Value address, String result) implements Statement {
    }

    /** A store to a user address: may fault. */
    record Store(SourceRange source, Value address, Value value) implements Statement {
    }

    /** An undefined instruction (ud2): a user exception. */
    record Undefined(SourceRange source) implements Statement {
    }

    /** Pure computation for {@code nanoseconds} of simulated time. */
    record Spin(SourceRange source, long nanoseconds) implements Statement {
    }

    /**
     * States what must be true now; a session may stop where it is not.
     *
     * @param actual the word looked at
     * @param relation how it is compared
     * @param expected what it is compared with
     */
    record Expect(SourceRange source, Value actual, Relation relation, Value expected) implements Statement {

        /** Comparison of two unsigned words. */
        public enum Relation {
            EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL
        }
    }
}
