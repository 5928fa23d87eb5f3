package dev.trapwalk.engine.object;

/** Fields of a page table capability. */
public final class PageTableCap {

    public static final BitField MAPPED_ASID = BitField.bits("capPTMappedASID", 1, 48, 12);
    public static final BitField BASE_PTR = BitField.pointer("capPTBasePtr", 1, 0);
    public static final BitField IS_MAPPED = BitField.flag("capPTIsMapped", 0, 49);
    public static final BitField MAPPED_ADDRESS = BitField.alignedPointer("capPTMappedAddress", 0, 21, 20);

    private PageTableCap() {
    }
}
