package dev.trapwalk.engine.machine;

/**
 * Translates user addresses by walking the page tables that cr3 points to, as the processor does, and says which
 * exception an access raises when it may not be made.
 *
 * <p>There is no model of the TLB's contents: every access walks the tables as they are now.
 */
public final class Mmu {

    public static final int READ = 0;
    public static final int WRITE = 1;
    public static final int EXECUTE = 2;

    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long LARGE = 1 << 7;
    private static final long ADDRESS = 0x000ffffffffff000L;
    private static final int CODE_WRITE = 2;
    private static final int CODE_USER = 4;

    private final PhysicalMemory memory;
    private final Cpu cpu;
    private int vector;
    private long errorCode;

    /** The translation unit of that processor. */
    public Mmu(PhysicalMemory memory, Cpu cpu) {
        this.memory = memory;
        this.cpu = cpu;
    }

    /**
     * Kernel window address of the byte at user address {@code vaddr}, or 0 when the access raises the exception
     * {@link #vector()}; a page fault also sets cr2.
     *
     * @param access {@link #READ}, {@link #WRITE} or {@link #EXECUTE}
     */
    public long translate(long vaddr, int access) {
        if (vaddr << 16 >> 16 != vaddr) {
            vector = UserMode.GENERAL_PROTECTION;
            errorCode = 0;
            return 0;
        }
        long table = cpu.cr3() & ADDRESS;
        long allowed = USER | WRITABLE;
        for (int shift = 39;; shift -= 9) {
            long entry = memory.read(PhysicalMemory.pptr(table) + (vaddr >>> shift & 0x1ff) * 8);
            if ((entry & PRESENT) == 0) {
                return fault(vaddr, access, 0);
            }
            // rights are judged at the end of the walk: a page that is not there is told apart from a forbidden one
            allowed &= entry;
            if (shift == 12 || shift < 39 && (entry & LARGE) != 0) {
                if ((allowed & USER) == 0 || access == WRITE && (allowed & WRITABLE) == 0) {
                    return fault(vaddr, access, PRESENT);
                }
                long offset = vaddr & (1L << shift) - 1;
                return PhysicalMemory.pptr((entry & ADDRESS & -1L << shift) + offset);
            }
            table = entry & ADDRESS;
        }
    }

    /** Vector of the exception that the last failed translation raises. */
    public int vector() {
        return vector;
    }

    /** Error code of that exception. */
    public long errorCode() {
        return errorCode;
    }

    private long fault(long vaddr, int access, long present) {
        cpu.setCr2(vaddr);
        vector = UserMode.PAGE_FAULT;
        errorCode = present | (access == WRITE ? CODE_WRITE : 0) | CODE_USER;
        return 0;
    }
}
