package dev.trapwalk.engine.object;

/** Layout of an endpoint: 2 words. */
public final class Endpoint {

    /** log2 of its size in bytes. */
    public static final int SIZE_BITS = 4;
    /** First waiting TCB, or 0. */
    public static final BitField QUEUE_HEAD = BitField.word("epQueue_head", 1);
    /** Last waiting TCB, or 0. */
    public static final BitField QUEUE_TAIL = BitField.alignedPointer("epQueue_tail", 0, 2, 2);
    /** One of IDLE, SEND, RECV. */
    public static final BitField STATE = BitField.bits("state", 0, 0, 2);
    /** Nobody waits. */
    public static final int IDLE = 0;
    /** The queue holds senders. */
    public static final int SEND = 1;
    /** The queue holds receivers. */
    public static final int RECV = 2;

    private Endpoint() {
    }
}
