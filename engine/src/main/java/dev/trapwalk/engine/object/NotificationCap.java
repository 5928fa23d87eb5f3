package dev.trapwalk.engine.object;

/** Fields of a notification capability. */
public final class NotificationCap {

    public static final BitField BADGE = BitField.word("capNtfnBadge", 1);
    public static final BitField CAN_RECEIVE = BitField.flag("capNtfnCanReceive", 0, 58);
    public static final BitField CAN_SEND = BitField.flag("capNtfnCanSend", 0, 57);
    /** The notification. */
    public static final BitField PTR = BitField.pointer("capNtfnPtr", 0, 0);

    private NotificationCap() {
    }
}
