package dev.trapwalk.engine.session.breakpoint;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where a breakpoint looks. Names are those of the catalogue, the layout and libsel4; an empty text or number means
 * "any".
 */
public sealed interface Location {

    /** A kernel point, by its id such as {@code fastpath_call/ep_in_recv}. */
    record AtPoint(String point, Mode mode) implements Location {

        /** When passing the point counts. */
        public enum Mode {
            /** Always; the only one for entries, actions and returns. */
            PASSED,
            /** A decision whose condition holds. */
            HOLDS,
            /** A decision whose condition does not hold. */
            FAILS
        }

        /** Whenever the point is passed. */
        public AtPoint(String point) {
            this(point, Mode.PASSED);
        }
    }

    /**
     * A system call enters the kernel.
     *
     * @param number system call number as in rdx
     * @param cptr capability pointer as in rdi
     */
    record AtSystemCall(OptionalLong number, OptionalLong cptr) implements Location {
    }

    /**
     * An invocation is decoded.
     *
     * @param label libsel4's name such as {@code CNodeCopy}, or empty
     * @param capType type of the invoked capability such as {@code cnode}, or empty
     */
    record AtInvocation(String label, String capType) implements Location {
    }

    /** A system call returns an error: name such as {@code seL4_FailedLookup}, or empty. */
    record AtError(String error) implements Location {
    }

    /**
     * A fault is raised: {@code CapFault}, {@code UnknownSyscall}, {@code UserException}, {@code VMFault}, or empty.
     */
    record AtFault(String kind) implements Location {

        /** The kinds that a thread can raise. */
        public static final List<String> KINDS = List.of("CapFault", "UnknownSyscall", "UserException", "VMFault");
    }

    /** A check makes the kernel leave the fastpath: name of the check such as {@code length}, or empty. */
    record FastpathLeft(String check) implements Location {
    }

    /** The current thread changes: name of the thread that becomes current, or empty. */
    record ThreadSwitch(String thread) implements Location {
    }

    /** A reply capability appears in, or vanishes from, a thread's caller slot. */
    record ReplyCapability(boolean created, boolean consumed) implements Location {
    }

    /** A word or more of the machine is read, written or changed; {@link Access#CHANGE} costs least. */
    record Watch(WatchTarget target, Access access) implements Location {

        /** Which access counts. */
        public enum Access {
            /** The watched bits are loaded, by the kernel, a program or the walk of a page table. */
            READ,
            /** The watched bits are stored, also with the value that they already have. */
            WRITE,
            /** The watched bits are loaded or stored. */
            READ_OR_WRITE,
            /** The watched bits get another value. */
            CHANGE
        }
    }

    /** A thread is about to execute the statement that begins on a line of the scenario; thread name or empty. */
    record AtLine(int line, String thread) implements Location {
    }

    /** A statement of a program says that something must hold, and it does not. */
    record ExpectationFailed() implements Location {
    }
}
