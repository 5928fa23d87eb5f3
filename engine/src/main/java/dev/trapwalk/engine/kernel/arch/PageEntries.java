package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelPart;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Makes the words that go into page tables, from a physical address, the rights of a frame capability and the caching
 * attributes a user asked for.
 *
 * <p>A user maps tables with all rights: what a page allows is said in the last level only. No-execute is not used.
 */
public final class PageEntries extends KernelPart {

    static final KernelFunction MASK_VM_RIGHTS =
            KernelFunction.of(PageEntries.class, "maskVMRights", Phase.DECODE, "vmRights:count", "mask:rights");
    static final KernelPoint RIGHTS_LEFT = MASK_VM_RIGHTS.action("rights_left", "vmRights:count");
    static final KernelFunction WRITABLE_FROM_VM_RIGHTS =
            KernelFunction.of(PageEntries.class, "WritableFromVMRights", Phase.DECODE, "vmRights:count");
    static final KernelFunction SUPER_USER_FROM_VM_RIGHTS =
            KernelFunction.of(PageEntries.class, "SuperUserFromVMRights", Phase.DECODE, "vmRights:count");

    static final KernelFunction MAKE_USER_PML4E = entry("makeUserPML4E");
    static final KernelFunction MAKE_USER_PML4E_INVALID = invalid("makeUserPML4EInvalid");
    static final KernelFunction MAKE_USER_PDPTE_HUGE_PAGE = page("makeUserPDPTEHugePage");
    static final KernelFunction MAKE_USER_PDPTE_PAGE_DIRECTORY = entry("makeUserPDPTEPageDirectory");
    static final KernelFunction MAKE_USER_PDPTE_INVALID = invalid("makeUserPDPTEInvalid");
    static final KernelFunction MAKE_USER_PDE_LARGE_PAGE = page("makeUserPDELargePage");
    static final KernelFunction MAKE_USER_PDE_PAGE_TABLE = entry("makeUserPDEPageTable");
    static final KernelFunction MAKE_USER_PDE_INVALID = invalid("makeUserPDEInvalid");
    static final KernelFunction MAKE_USER_PTE = page("makeUserPTE");
    static final KernelFunction MAKE_USER_PTE_INVALID = invalid("makeUserPTEInvalid");

    /** Attribute bits that a user passes (seL4_X86_VMAttributes); all others are ignored. */
    private static final BitField ATTRIBUTE_PWT = BitField.flag("x86PWTBit", 0, 0);
    private static final BitField ATTRIBUTE_PCD = BitField.flag("x86PCDBit", 0, 1);
    private static final BitField ATTRIBUTE_PAT = BitField.flag("x86PATBit", 0, 2);

    public PageEntries(Kernel kernel) {
        super(kernel);
    }

    private static KernelFunction entry(String name) {
        return KernelFunction.of(PageEntries.class, name, Phase.DECODE, "paddr", "attributes");
    }

    private static KernelFunction page(String name) {
        return KernelFunction.of(PageEntries.class, name, Phase.DECODE, "paddr", "attributes", "vmRights:count");
    }

    private static KernelFunction invalid(String name) {
        return KernelFunction.of(PageEntries.class, name, Phase.PERFORM);
    }

    /**
     * What remains of a frame's rights under a mask. There is no write-only page: without the read right nothing is
     * left for the user, and the page is the kernel's alone.
     */
    long maskVMRights(long vmRights, long mask) {
        enter(MASK_VM_RIGHTS, vmRights, mask);
        boolean read = Rights.READ.in(mask) != 0;
        long left = FrameCap.VM_KERNEL_ONLY;
        if (vmRights == FrameCap.VM_READ_ONLY && read) {
            left = FrameCap.VM_READ_ONLY;
        } else if (vmRights == FrameCap.VM_READ_WRITE && read) {
            left = Rights.WRITE.in(mask) != 0 ? FrameCap.VM_READ_WRITE : FrameCap.VM_READ_ONLY;
        }
        act(RIGHTS_LEFT, left);
        return leave(left);
    }

    private long WritableFromVMRights(long vmRights) {
        enter(WRITABLE_FROM_VM_RIGHTS, vmRights);
        return leave(vmRights == FrameCap.VM_READ_ONLY ? 0L : 1L);
    }

    private long SuperUserFromVMRights(long vmRights) {
        enter(SUPER_USER_FROM_VM_RIGHTS, vmRights);
        return leave(vmRights == FrameCap.VM_KERNEL_ONLY ? 0L : 1L);
    }

    long makeUserPML4E(long paddr, long attributes) {
        enter(MAKE_USER_PML4E, paddr, attributes);
        return leave(table(paddr, attributes));
    }

    long makeUserPDPTEPageDirectory(long paddr, long attributes) {
        enter(MAKE_USER_PDPTE_PAGE_DIRECTORY, paddr, attributes);
        return leave(table(paddr, attributes));
    }

    long makeUserPDEPageTable(long paddr, long attributes) {
        enter(MAKE_USER_PDE_PAGE_TABLE, paddr, attributes);
        return leave(table(paddr, attributes));
    }

    /** A 1 GiB page; the PAT attribute is not honoured at this size. */
    long makeUserPDPTEHugePage(long paddr, long attributes, long vmRights) {
        enter(MAKE_USER_PDPTE_HUGE_PAGE, paddr, attributes, vmRights);
        long word = PageTableEntry.HUGE_BASE_ADDRESS.put(rights(attributes, vmRights), paddr);
        return leave(PageTableEntry.PAGE_SIZE.put(word, 1));
    }

    long makeUserPDELargePage(long paddr, long attributes, long vmRights) {
        enter(MAKE_USER_PDE_LARGE_PAGE, paddr, attributes, vmRights);
        long word = PageTableEntry.LARGE_BASE_ADDRESS.put(rights(attributes, vmRights), paddr);
        word = PageTableEntry.LARGE_PAT.put(word, ATTRIBUTE_PAT.in(attributes));
        return leave(PageTableEntry.PAGE_SIZE.put(word, 1));
    }

    long makeUserPTE(long paddr, long attributes, long vmRights) {
        enter(MAKE_USER_PTE, paddr, attributes, vmRights);
        long word = PageTableEntry.BASE_ADDRESS.put(rights(attributes, vmRights), paddr);
        return leave(PageTableEntry.PTE_PAT.put(word, ATTRIBUTE_PAT.in(attributes)));
    }

    long makeUserPML4EInvalid() {
        enter(MAKE_USER_PML4E_INVALID);
        return leave(0L);
    }

    long makeUserPDPTEInvalid() {
        enter(MAKE_USER_PDPTE_INVALID);
        return leave(0L);
    }

    long makeUserPDEInvalid() {
        enter(MAKE_USER_PDE_INVALID);
        return leave(0L);
    }

    long makeUserPTEInvalid() {
        enter(MAKE_USER_PTE_INVALID);
        return leave(0L);
    }

    private static long table(long paddr, long attributes) {
        long word = PageTableEntry.BASE_ADDRESS.put(caching(attributes), paddr);
        return PageTableEntry.SUPER_USER.put(PageTableEntry.READ_WRITE.put(word, 1), 1);
    }

    private long rights(long attributes, long vmRights) {
        long word = PageTableEntry.READ_WRITE.put(caching(attributes), WritableFromVMRights(vmRights));
        return PageTableEntry.SUPER_USER.put(word, SuperUserFromVMRights(vmRights));
    }

    private static long caching(long attributes) {
        long word = PageTableEntry.PRESENT.put(0, 1);
        word = PageTableEntry.WRITE_THROUGH.put(word, ATTRIBUTE_PWT.in(attributes));
        return PageTableEntry.CACHE_DISABLED.put(word, ATTRIBUTE_PCD.in(attributes));
    }
}
