package dev.trapwalk.engine.object;

/** Fields of a zombie: what is left of a CNode or TCB capability while its slots are still being emptied. */
public final class ZombieCap {

    /** Start of the dying object in the high bits, number of slots left in the low ones (see the cap's radix). */
    public static final BitField ID = BitField.word("capZombieID", 1);
    /** Radix of the CNode, or bit 6 set for a TCB. */
    public static final BitField TYPE = BitField.bits("capZombieType", 0, 0, 7);

    private ZombieCap() {
    }
}
