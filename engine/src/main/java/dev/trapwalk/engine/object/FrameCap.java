package dev.trapwalk.engine.object;

/** Fields of a frame capability. A frame remembers where it is mapped; a copy starts unmapped. */
public final class FrameCap {

    public static final BitField MAPPED_ASID = BitField.bits("capFMappedASID", 1, 48, 16);
    public static final BitField BASE_PTR = BitField.pointer("capFBasePtr", 1, 0);
    /** 0 = 4 KiB, 1 = 2 MiB, 2 = 1 GiB. */
    public static final BitField SIZE = BitField.bits("capFSize", 0, 57, 2);
    /** 0 = not mapped, 1 = in a VSpace. */
    public static final BitField MAP_TYPE = BitField.bits("capFMapType", 0, 55, 2);
    public static final BitField MAPPED_ADDRESS = BitField.pointer("capFMappedAddress", 0, 7);
    /** 1 = kernel only, 2 = read only, 3 = read and write. */
    public static final BitField VM_RIGHTS = BitField.bits("capFVMRights", 0, 5, 2);
    public static final BitField IS_DEVICE = BitField.flag("capFIsDevice", 0, 4);

    private FrameCap() {
    }
}
