package dev.trapwalk.engine.object;

/** Fields of an endpoint capability. */
public final class EndpointCap {

    public static final BitField BADGE = BitField.word("capEPBadge", 1);
    public static final BitField CAN_GRANT_REPLY = BitField.flag("capCanGrantReply", 0, 58);
    public static final BitField CAN_GRANT = BitField.flag("capCanGrant", 0, 57);
    public static final BitField CAN_RECEIVE = BitField.flag("capCanReceive", 0, 56);
    public static final BitField CAN_SEND = BitField.flag("capCanSend", 0, 55);
    /** The endpoint. */
    public static final BitField PTR = BitField.pointer("capEPPtr", 0, 0);

    private EndpointCap() {
    }
}
