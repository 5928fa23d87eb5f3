package dev.trapwalk.engine.machine;

/**
 * The one processor: live general registers, instruction pointer, flags, cr3 and the kernel stack pointer.
 *
 * <p>A view of the register file page of {@link PhysicalMemory}; it holds no state of its own, so that a register is
 * undone, watched and compared like any other word.
 */
public final class Cpu {

    private static final int CR3 = Register.COUNT;
    private static final int CR2 = CR3 + 1;
    private static final int TLB_FLUSHES = CR3 + 2;
    private static final int KERNEL_RSP = CR3 + 3;
    private static final int IN_KERNEL = CR3 + 4;
    private static final int CLOCK = CR3 + 5;

    private final PhysicalMemory memory;

    /** The processor whose registers lie in {@code memory}'s register file page. */
    public Cpu(PhysicalMemory memory) {
        this.memory = memory;
    }

    /** Live value of a register; {@link Register#NEXT_IP} is rip, {@link Register#ERROR} and FAULT_IP are unused. */
    public long get(Register register) {
        return memory.readRegister(register.ordinal());
    }

    /** Sets the live value of a register. */
    public void set(Register register, long value) {
        memory.writeRegister(register.ordinal(), value);
    }

    /** Address of a live register's word, for watchpoints and memory views. */
    public long addressOf(Register register) {
        return memory.registerFile() + 8L * register.ordinal();
    }

    /** Physical address of the active PML4 in bits 12..51. */
    public long cr3() {
        return memory.readRegister(CR3);
    }

    /** Activates a page table and, as no PCID is configured, flushes the TLB. */
    public void setCr3(long value) {
        memory.writeRegister(CR3, value);
        memory.writeRegister(TLB_FLUSHES, tlbFlushes() + 1);
    }

    /** How often the TLB was flushed since boot. */
    public long tlbFlushes() {
        return memory.readRegister(TLB_FLUSHES);
    }

    /** Counts a TLB flush that leaves cr3 as it is (invlpg and friends). */
    public void flushTlb() {
        memory.writeRegister(TLB_FLUSHES, tlbFlushes() + 1);
    }

    /** Linear address of the last page fault. */
    public long cr2() {
        return memory.readRegister(CR2);
    }

    /** Records the linear address of a page fault. */
    public void setCr2(long value) {
        memory.writeRegister(CR2, value);
    }

    /** Kernel stack pointer while in the kernel. */
    public long kernelStackPointer() {
        return memory.readRegister(KERNEL_RSP);
    }

    /** Loads the kernel stack pointer. */
    public void setKernelStackPointer(long value) {
        memory.writeRegister(KERNEL_RSP, value);
    }

    /** Whether the processor is in supervisor mode. */
    public boolean inKernel() {
        return memory.readRegister(IN_KERNEL) != 0;
    }

    /** Enters or leaves supervisor mode. */
    public void setInKernel(boolean inKernel) {
        memory.writeRegister(IN_KERNEL, inKernel ? 1 : 0);
    }

    /**
     * Simulated time in nanoseconds: user-mode delays, idling and the units of work of long kernel operations advance it;
     * nothing else takes time.
     */
    public long clock() {
        return memory.readRegister(CLOCK);
    }

    /** Sets the simulated time in nanoseconds. */
    public void setClock(long nanoseconds) {
        memory.writeRegister(CLOCK, nanoseconds);
    }
}
