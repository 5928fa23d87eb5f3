package dev.trapwalk.engine.object;

/**
 * Fields of a zombie: what is left of a CNode or TCB capability while its slots are still being emptied. Its one word
 * holds the address of the slots and, in the low bits that the address does not need, how many of them are left.
 */
public final class ZombieCap {

    /** Start of the dying object in the high bits, number of slots left in the low ones (see the cap's radix). */
    public static final BitField ID = BitField.word("capZombieID", 1);
    /** Radix of the CNode, or {@link #TCB}. */
    public static final BitField TYPE = BitField.bits("capZombieType", 0, 0, 7);
    /** Type of a TCB's zombie: ZombieType_ZombieTCB. */
    public static final int TCB = 1 << 6;
    /** log2 of the slots that a TCB's block has room for. */
    private static final int TCB_CNODE_RADIX = 4;

    private ZombieCap() {
    }

    /** Makes a capability the zombie of an object (Zombie_new). */
    public static void set(Cap cap, long number, int type, long ptr) {
        cap.clear(CapType.ZOMBIE);
        TYPE.set(cap, type);
        long mask = mask(bits(cap));
        ID.set(cap, ptr & ~mask | number & mask);
    }

    /** Whether the zombie was a thread capability. */
    public static boolean isTcb(Cap cap) {
        return TYPE.get(cap) == TCB;
    }

    /** log2 of the number of slots: the CNode's radix (capZombieBits). */
    public static int bits(Cap cap) {
        long type = TYPE.get(cap);
        return type == TCB ? TCB_CNODE_RADIX : (int) (type & 63);
    }

    /** Number of slots still to be emptied (capZombieNumber). */
    public static long number(Cap cap) {
        return ID.get(cap) & mask(bits(cap));
    }

    /** First slot of the dying object (capZombiePtr). */
    public static long ptr(Cap cap) {
        return ID.get(cap) & ~mask(bits(cap));
    }

    /** Sets the number of slots still to be emptied. */
    public static void setNumber(Cap cap, long number) {
        ID.set(cap, ptr(cap) | number & mask(bits(cap)));
    }

    private static long mask(int bits) {
        return (2L << bits) - 1;
    }
}
