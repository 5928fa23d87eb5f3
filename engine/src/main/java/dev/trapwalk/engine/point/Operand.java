package dev.trapwalk.engine.point;

/**
 * Name and meaning of one 64-bit value that a point shows.
 *
 * @param name seL4's name of the argument or variable
 * @param kind how to read the value
 */
public record Operand(String name, Kind kind) {

    /** How a value is to be read and shown. */
    public enum Kind {
        /** A 64-bit word, shown in hexadecimal. */
        WORD,
        /** A small number, shown in decimal. */
        COUNT,
        /** 0 or 1. */
        FLAG,
        /** Address of a capability slot (cte_t). */
        SLOT,
        /** Address of a TCB. */
        TCB,
        /** Address of an endpoint. */
        ENDPOINT,
        /** Address of a notification. */
        NOTIFICATION,
        /** A capability pointer of the current thread. */
        CPTR,
        /** A message info word. */
        MESSAGE_INFO,
        /** Word 0 of a capability (type and pointer). */
        CAP,
        /** An invocation label. */
        LABEL,
        /** A seL4_Error code. */
        ERROR,
        /** A thread state number. */
        THREAD_STATE,
        /** A system call number. */
        SYSCALL,
        /** Rights bits: write 1, read 2, grant 4, grant reply 8. */
        RIGHTS
    }

    /** Reads {@code name} or {@code name:kind}, the kind in lower case; without one it is a word. */
    static Operand parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Operand(text, Kind.WORD)
                : new Operand(text.substring(0, colon), Kind.valueOf(text.substring(colon + 1).toUpperCase()));
    }
}
