package dev.trapwalk.engine.session.expression;

/** What the word that an expression yields stands for. */
public enum Type {
    NUMBER, BOOLEAN, TEXT,
    /** Address of a TCB. */
    THREAD,
    /** Address of a capability slot. */
    SLOT,
    /** Word 0 of a capability, as a kernel function holds it. */
    CAP,
    /** Address of an endpoint. */
    ENDPOINT,
    /** Address of a notification. */
    NOTIFICATION,
    /** Address of a CNode's first slot. */
    CNODE,
    /** Address of some other object. */
    OBJECT, CAP_TYPE, THREAD_STATE, ERROR, LABEL, SYSCALL, MESSAGE_INFO,
    /** State of an endpoint: idle, send or recv. */
    ENDPOINT_STATE,
    /** State of a notification: idle, waiting or active. */
    NOTIFICATION_STATE, FAULT_TYPE;

    /** Whether the word is a plain number or an address, that is, can be calculated with. */
    boolean isWord() {
        return this != TEXT;
    }

    /** Whether values of this type have names of their own. */
    boolean isEnumeration() {
        return switch (this) {
            case CAP_TYPE, THREAD_STATE, ERROR, LABEL, SYSCALL, ENDPOINT_STATE, NOTIFICATION_STATE, FAULT_TYPE -> true;
            default -> false;
        };
    }
}
