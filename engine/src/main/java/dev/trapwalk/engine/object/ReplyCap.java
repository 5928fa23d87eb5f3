package dev.trapwalk.engine.object;

/** Fields of a reply capability. The master lies in the caller, its child in the slot of whoever must reply. */
public final class ReplyCap {

    /** The thread that waits for the reply. */
    public static final BitField TCB_PTR = BitField.word("capTCBPtr", 1);
    public static final BitField MASTER = BitField.flag("capReplyMaster", 0, 0);
    public static final BitField CAN_GRANT = BitField.flag("capReplyCanGrant", 0, 1);

    private ReplyCap() {
    }
}
