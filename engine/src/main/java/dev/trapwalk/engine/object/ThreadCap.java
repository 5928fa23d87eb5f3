package dev.trapwalk.engine.object;

/** Fields of a thread (TCB) capability. */
public final class ThreadCap {

    /** The TCB. */
    public static final BitField PTR = BitField.pointer("capTCBPtr", 0, 0);

    private ThreadCap() {
    }
}
