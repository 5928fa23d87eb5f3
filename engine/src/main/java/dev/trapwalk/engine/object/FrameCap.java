package dev.trapwalk.engine.object;

/** Fields of a frame capability. A frame remembers where it is mapped; a copy starts unmapped. */
public final class FrameCap {

    public static final BitField MAPPED_ASID = BitField.bits("capFMappedASID", 1, 48, 16);
    public static final BitField BASE_PTR = BitField.pointer("capFBasePtr", 1, 0);
    /** One of SMALL_PAGE, LARGE_PAGE, HUGE_PAGE. */
    public static final BitField SIZE = BitField.bits("capFSize", 0, 57, 2);
    /** 0 = not mapped, 1 = in a VSpace. */
    public static final BitField MAP_TYPE = BitField.bits("capFMapType", 0, 55, 2);
    public static final BitField MAPPED_ADDRESS = BitField.pointer("capFMappedAddress", 0, 7);
    /** One of the VM_ numbers. */
    public static final BitField VM_RIGHTS = BitField.bits("capFVMRights", 0, 5, 2);
    public static final BitField IS_DEVICE = BitField.flag("capFIsDevice", 0, 4);

    /** Size of 4 KiB. */
    public static final int SMALL_PAGE = 0;
    /** Size of 2 MiB. */
    public static final int LARGE_PAGE = 1;
    /** Size of 1 GiB. */
    public static final int HUGE_PAGE = 2;
    /** Map type of an unmapped frame. */
    public static final int MAPPING_NONE = 0;
    /** Map type of a frame that is mapped in a VSpace. */
    public static final int MAPPING_VSPACE = 1;
    /** Rights: only the kernel may use the page. */
    public static final int VM_KERNEL_ONLY = 1;
    /** Rights: the user may read. */
    public static final int VM_READ_ONLY = 2;
    /** Rights: the user may read and write. */
    public static final int VM_READ_WRITE = 3;

    private FrameCap() {
    }

    /** log2 of the bytes of a frame of one of the three sizes (pageBitsForSize). */
    public static int pageBits(long size) {
        return size == SMALL_PAGE ? 12 : size == LARGE_PAGE ? 21 : 30;
    }
}
