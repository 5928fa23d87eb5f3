package dev.trapwalk.engine.object;

/** Fields of a PDPT capability. */
public final class PdptCap {

    public static final BitField MAPPED_ASID = BitField.bits("capPDPTMappedASID", 1, 48, 12);
    public static final BitField BASE_PTR = BitField.pointer("capPDPTBasePtr", 1, 0);
    public static final BitField IS_MAPPED = BitField.flag("capPDPTIsMapped", 0, 58);
    public static final BitField MAPPED_ADDRESS = BitField.alignedPointer("capPDPTMappedAddress", 0, 48, 38);

    private PdptCap() {
    }
}
