package dev.trapwalk.engine.object;

/** Fields of a PML4 capability, the root of a VSpace. */
public final class Pml4Cap {

    public static final BitField BASE_PTR = BitField.word("capPML4BasePtr", 1);
    public static final BitField IS_MAPPED = BitField.flag("capPML4IsMapped", 0, 58);
    public static final BitField MAPPED_ASID = BitField.bits("capPML4MappedASID", 0, 0, 12);

    private Pml4Cap() {
    }
}
