package dev.trapwalk.engine.object;

/** Fields of an IO port capability: an inclusive range of ports. */
public final class IoPortCap {

    public static final BitField FIRST_PORT = BitField.bits("capIOPortFirstPort", 0, 40, 16);
    public static final BitField LAST_PORT = BitField.bits("capIOPortLastPort", 0, 24, 16);

    private IoPortCap() {
    }
}
