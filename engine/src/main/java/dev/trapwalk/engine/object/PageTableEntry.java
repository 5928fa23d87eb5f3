package dev.trapwalk.engine.object;

/**
 * Layout of the entries of the four levels of x86-64 paging structures (pml4e, pdpte, pde, pte): one word each, 512
 * to a table. The low flags are in the same place at every level; an entry that maps a page keeps its address above
 * the bits that the page's size leaves free.
 */
public final class PageTableEntry {

    /** log2 of the size of an entry in bytes. */
    public static final int SIZE_BITS = 3;
    /** Number of entries of a table, and the mask of an index. */
    public static final int ENTRIES = 512;
    /** log2 of the size of a table in bytes. */
    public static final int TABLE_BITS = 12;

    public static final BitField PRESENT = BitField.flag("present", 0, 0);
    public static final BitField READ_WRITE = BitField.flag("read_write", 0, 1);
    /** Set when user mode may use the entry; the field's name in seL4 says the opposite. */
    public static final BitField SUPER_USER = BitField.flag("super_user", 0, 2);
    public static final BitField WRITE_THROUGH = BitField.flag("write_through", 0, 3);
    public static final BitField CACHE_DISABLED = BitField.flag("cache_disabled", 0, 4);
    /** Set by the processor. */
    public static final BitField ACCESSED = BitField.flag("accessed", 0, 5);
    /** Set by the processor in entries that map a page. */
    public static final BitField DIRTY = BitField.flag("dirty", 0, 6);
    /** In a pdpte or pde: 1 when it maps a page itself, 0 when it points to the next table. */
    public static final BitField PAGE_SIZE = BitField.flag("page_size", 0, 7);
    public static final BitField GLOBAL = BitField.flag("global", 0, 8);
    /** PAT bit of a pte. */
    public static final BitField PTE_PAT = BitField.flag("pat", 0, 7);
    /** PAT bit of a pde or pdpte that maps a page. */
    public static final BitField LARGE_PAT = BitField.flag("pat", 0, 12);
    public static final BitField XD = BitField.flag("xd", 0, 63);
    /** Physical address of the next table, or of a 4 KiB page. */
    public static final BitField BASE_ADDRESS = address("base_address", 12);
    /** Physical address of a 2 MiB page, in a pde. */
    public static final BitField LARGE_BASE_ADDRESS = address("page_base_address", 21);
    /** Physical address of a 1 GiB page, in a pdpte. */
    public static final BitField HUGE_BASE_ADDRESS = address("page_base_address", 30);

    private PageTableEntry() {
    }

    /** Physical addresses have 51 bits in seL4's layouts. */
    private static BitField address(String name, int lowBits) {
        return new BitField(name, 0, lowBits, 51 - lowBits, lowBits, false);
    }
}
