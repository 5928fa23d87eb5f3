package dev.trapwalk.engine.object;

/** Fields of a page directory capability. */
public final class PageDirectoryCap {

    public static final BitField MAPPED_ASID = BitField.bits("capPDMappedASID", 1, 48, 12);
    public static final BitField BASE_PTR = BitField.pointer("capPDBasePtr", 1, 0);
    public static final BitField IS_MAPPED = BitField.flag("capPDIsMapped", 0, 49);
    public static final BitField MAPPED_ADDRESS = BitField.alignedPointer("capPDMappedAddress", 0, 30, 29);

    private PageDirectoryCap() {
    }
}
