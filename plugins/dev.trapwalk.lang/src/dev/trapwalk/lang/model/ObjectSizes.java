package dev.trapwalk.lang.model;

/** Sizes of kernel objects in memory: log2 bytes, as libsel4 states them for each architecture (non-MCS unless noted). */
public final class ObjectSizes {
    /** An object that takes no memory of its own, such as an interrupt. */
    public static final int NONE = -1;

    private ObjectSizes() {
    }

    /** log2 bytes of one object of {@code decl}, or {@link #NONE} when it takes none or its size is not given. */
    public static int bits(ObjectDecl decl, Arch arch) {
        if (decl.type() == null) {
            return NONE;
        }
        boolean wide = arch.wordBits() == 64;
        return switch (decl.type()) {
            case EP -> 4;
            case NOTIFICATION -> wide ? 5 : 4;
            case TCB -> wide ? 11 : 10;
            case CNODE -> decl.bits() <= 0 ? NONE : decl.bits() + slotBits(arch);
            case UT -> decl.bits();
            case FRAME -> decl.frameBits();
            case ASID_POOL -> 12;
            case PT -> arch == Arch.ARM11 ? 10 : 12;
            case PD -> arch == Arch.ARM11 ? 14 : 12;
            case PML4, PDPT, PUD, PGD, IO_PT -> 12;
            case VCPU -> arch == Arch.ARM11 ? 12 : arch.isX86() ? 14 : 12;
            case SC -> Math.max(decl.bits(), 7);
            case RTREPLY -> wide ? 5 : 4;
            default -> NONE;
        };
    }

    /** log2 bytes of one capability slot. */
    public static int slotBits(Arch arch) {
        return arch.wordBits() == 64 ? 5 : 4;
    }

    /** log2 bytes of the largest untyped, libsel4's seL4_MaxUntypedBits. */
    public static int largestUntyped(Arch arch) {
        return arch.wordBits() == 64 ? 47 : 29;
    }
}
