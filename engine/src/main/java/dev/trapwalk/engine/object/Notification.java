package dev.trapwalk.engine.object;

/** Layout of a notification: 4 words. */
public final class Notification {

    /** log2 of its size in bytes. */
    public static final int SIZE_BITS = 5;
    public static final BitField BOUND_TCB = BitField.pointer("ntfnBoundTCB", 3, 0);
    /** The signalled badges, or-ed. */
    public static final BitField MSG_IDENTIFIER = BitField.word("ntfnMsgIdentifier", 2);
    public static final BitField QUEUE_HEAD = BitField.pointer("ntfnQueue_head", 1, 0);
    public static final BitField QUEUE_TAIL = BitField.pointer("ntfnQueue_tail", 0, 16);
    /** One of IDLE, WAITING, ACTIVE. */
    public static final BitField STATE = BitField.bits("state", 0, 0, 2);
    /** Not signalled, nobody waits. */
    public static final int IDLE = 0;
    /** Threads wait for a signal. */
    public static final int WAITING = 1;
    /** A signal waits for a thread. */
    public static final int ACTIVE = 2;

    private Notification() {
    }
}
