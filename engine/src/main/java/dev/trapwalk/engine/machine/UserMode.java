package dev.trapwalk.engine.machine;

/**
 * The processor as one user instruction sees it: registers, translated loads and stores, and the traps it can raise.
 * After the instruction, {@link #trap()} says whether and how the kernel is to be entered.
 */
public final class UserMode {

    /** How an instruction ended. */
    public enum Trap {
        /** It completed: rip is the next one. */
        NONE,
        /** It was {@code syscall}: rcx holds the return address, r11 the flags. */
        SYSCALL,
        /** It raised an exception: rip is still its address. */
        EXCEPTION
    }

    /** x86 vector of an undefined instruction. */
    public static final int INVALID_OPCODE = 6;
    /** x86 vector of a general protection exception. */
    public static final int GENERAL_PROTECTION = 13;
    /** x86 vector of a page fault. */
    public static final int PAGE_FAULT = 14;
    /** Length of the {@code syscall} instruction in bytes. */
    public static final int SYSCALL_BYTES = 2;

    private static final long PAGE_MASK = -1L << PhysicalMemory.PAGE_BITS;

    private final PhysicalMemory memory;
    private final Cpu cpu;
    private final Mmu mmu;
    private final Devices devices;
    private Trap trap = Trap.NONE;
    private int vector;
    private long errorCode;

    /** User mode of that processor, whose delays end when one of the devices interrupts. */
    public UserMode(PhysicalMemory memory, Cpu cpu, Mmu mmu, Devices devices) {
        this.memory = memory;
        this.cpu = cpu;
        this.mmu = mmu;
        this.devices = devices;
    }

    /**
     * Begins an instruction: no trap yet, and the page that holds it must be readable. Otherwise the trap is a page
     * fault.
     */
    public boolean fetch() {
        trap = Trap.NONE;
        return translate(rip(), Mmu.EXECUTE) != 0;
    }

    /** How the instruction ended. */
    public Trap trap() {
        return trap;
    }

    /** Vector of the exception, when the trap is one. */
    public int vector() {
        return vector;
    }

    /** Error code that the processor pushes with the exception; 0 when it pushes none. */
    public long errorCode() {
        return errorCode;
    }

    /** Value of a register. */
    public long get(Register register) {
        return cpu.get(register);
    }

    /** Sets a register. */
    public void set(Register register, long value) {
        cpu.set(register, value);
    }

    /** Address of the instruction. */
    public long rip() {
        return cpu.get(Register.NEXT_IP);
    }

    /** Continues at an address. */
    public void jump(long address) {
        cpu.set(Register.NEXT_IP, address);
    }

    /** Simulated time in nanoseconds. */
    public long clock() {
        return cpu.clock();
    }

    /**
     * Runs a delay loop until it ends or an interrupt is due.
     *
     * @param iterations how often it is to go round
     * @param nanoseconds simulated time of one round
     * @return rounds that are left; 0 when it ended
     */
    public long spin(long iterations, int nanoseconds) {
        long now = cpu.clock();
        long free = devices.nextEventTime() - now;
        long rounds = free / nanoseconds + (free % nanoseconds == 0 ? 0 : 1);
        long done = Long.compareUnsigned(iterations, rounds) < 0 ? iterations : rounds;
        cpu.setClock(now + done * nanoseconds);
        return iterations - done;
    }

    /** Whether the 64-bit word at {@code address} can be read; otherwise the trap is the page fault. */
    public boolean canLoad(long address) {
        return access(address, Mmu.READ);
    }

    /** Whether the 64-bit word at {@code address} can be written; otherwise the trap is the page fault. */
    public boolean canStore(long address) {
        return access(address, Mmu.WRITE);
    }

    /** The 64-bit word at {@code address}; 0 with a page fault as the trap when it cannot be read. */
    public long load(long address) {
        if (!canLoad(address)) {
            return 0;
        }
        int shift = (int) (address & 7) * 8;
        long low = memory.read(translate(address, Mmu.READ) & -8);
        if (shift == 0) {
            return low;
        }
        long high = memory.read(translate(address + 7, Mmu.READ) & -8);
        return low >>> shift | high << (64 - shift);
    }

    /** Stores a 64-bit word at {@code address}; false with a page fault as the trap when it cannot be written. */
    public boolean store(long address, long value) {
        if (!canStore(address)) {
            return false;
        }
        int shift = (int) (address & 7) * 8;
        long at = translate(address, Mmu.WRITE) & -8;
        if (shift == 0) {
            memory.write(at, value);
            return true;
        }
        memory.write(at, memory.read(at) & ~(-1L << shift) | value << shift);
        long next = translate(address + 7, Mmu.WRITE) & -8;
        memory.write(next, memory.read(next) & -1L << shift | value >>> (64 - shift));
        return true;
    }

    /** The {@code syscall} instruction: return address to rcx, flags to r11. */
    public void syscall() {
        cpu.set(Register.RCX, rip() + SYSCALL_BYTES);
        cpu.set(Register.R11, cpu.get(Register.FLAGS));
        trap = Trap.SYSCALL;
    }

    /** Raises an exception at this instruction. */
    public void raise(int exceptionVector, long code) {
        trap = Trap.EXCEPTION;
        vector = exceptionVector;
        errorCode = code;
    }

    /** A word that lies on two pages needs both: a fault on the second one names that page's first byte. */
    private boolean access(long address, int kind) {
        long lastPage = address + 7 & PAGE_MASK;
        return translate(address, kind) != 0 && (lastPage == (address & PAGE_MASK) || translate(lastPage, kind) != 0);
    }

    private long translate(long address, int kind) {
        long at = mmu.translate(address, kind);
        if (at == 0) {
            raise(mmu.vector(), mmu.errorCode());
        }
        return at;
    }
}
