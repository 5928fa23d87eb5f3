package dev.trapwalk.engine.machine;

/**
 * The interrupt controller that the devices' lines end in (Intel 82093AA, 24 pins). A redirection entry says for each
 * pin which vector it raises, whether by edge or by level, and whether it is masked.
 *
 * <p>An edge on a masked pin is lost. A level is not: the pin raises its vector again when it is unmasked, or when
 * the vector's service ends, as long as the line is asserted.
 */
public final class Ioapic {

    /** Number of pins. */
    public static final int PINS = 24;
    /** Registers as selected through IOREGSEL. */
    public static final int VERSION = 1;
    /** Redirection entry 0, low half; entry n is at {@code REDIRECTION + 2 * n}. */
    public static final int REDIRECTION = 0x10;
    /** Redirection entry: the vector. */
    public static final long VECTOR_MASK = 0xff;
    /** Redirection entry: active low. */
    public static final long POLARITY_LOW = 1L << 13;
    /** Redirection entry, read only: a level-triggered interrupt is in service. */
    public static final long REMOTE_IRR = 1L << 14;
    /** Redirection entry: triggered by level, else by edge. */
    public static final long LEVEL = 1L << 15;
    /** Redirection entry: masked. */
    public static final long MASKED = 1L << 16;

    private static final int LINES = 0;
    private static final int REQUESTS = 1;
    private static final int SELECT = 2;
    private static final int ENTRIES = 3;
    /** Number of words of state. */
    static final int WORDS = ENTRIES + PINS;
    private static final long LOW_HALF = 0xffff_ffffL;
    private static final long VERSION_VALUE = (long) PINS - 1 << 16 | 0x20;

    private final PhysicalMemory memory;
    private final long base;
    private final LocalApic apic;

    Ioapic(PhysicalMemory memory, long base, LocalApic apic) {
        this.memory = memory;
        this.base = base;
        this.apic = apic;
    }

    /** State after power on: every pin masked, no vector. */
    void reset() {
        for (int pin = 0; pin < PINS; pin++) {
            memory.write(entryAddress(pin), MASKED);
        }
    }

    /** A device asserts or releases a pin's line. */
    void setLine(int pin, boolean asserted) {
        long lines = memory.read(address(LINES));
        boolean was = (lines >>> pin & 1) != 0;
        if (was == asserted) {
            return;
        }
        memory.write(address(LINES), lines ^ 1L << pin);
        long entry = redirection(pin);
        if ((entry & LEVEL) != 0) {
            setRequest(pin, asserted);
            deliver(pin);
        } else if (asserted && (entry & MASKED) == 0) {
            setRequest(pin, true);
            deliver(pin);
        }
    }

    /** A pin's redirection entry, 64 bits. */
    public long redirection(int pin) {
        return memory.read(entryAddress(pin));
    }

    /** Selects the register that {@link #window()} stands for (IOREGSEL). */
    public void select(int register) {
        memory.write(address(SELECT), register);
    }

    /** Reads the selected register (IOWIN). */
    public long window() {
        int register = (int) memory.read(address(SELECT));
        if (register == VERSION) {
            return VERSION_VALUE;
        }
        int pin = register - REDIRECTION >> 1;
        if (pin < 0 || pin >= PINS) {
            return 0;
        }
        long entry = redirection(pin);
        return (register & 1) == 0 ? entry & LOW_HALF : entry >>> 32;
    }

    /** Writes the selected register (IOWIN). */
    public void setWindow(long value) {
        int register = (int) memory.read(address(SELECT));
        int pin = register - REDIRECTION >> 1;
        if (pin < 0 || pin >= PINS) {
            return;
        }
        long entry = redirection(pin);
        if ((register & 1) == 1) {
            memory.write(entryAddress(pin), entry & LOW_HALF | value << 32);
            return;
        }
        long written = entry & (~LOW_HALF | REMOTE_IRR) | value & LOW_HALF & ~REMOTE_IRR;
        if ((written & LEVEL) == 0) {
            written &= ~REMOTE_IRR;
        }
        memory.write(entryAddress(pin), written);
        deliver(pin);
    }

    /** The service of a vector ended: level-triggered pins that are still asserted raise it again. */
    void endOfInterrupt(int vector) {
        for (int pin = 0; pin < PINS; pin++) {
            long entry = redirection(pin);
            if ((entry & REMOTE_IRR) != 0 && (entry & VECTOR_MASK) == vector) {
                memory.write(entryAddress(pin), entry & ~REMOTE_IRR);
                deliver(pin);
            }
        }
    }

    /** Raises the vector of a pin that wants it and may; an edge is used up by that, a level is in service. */
    private void deliver(int pin) {
        long entry = redirection(pin);
        boolean requested = (memory.read(address(REQUESTS)) >>> pin & 1) != 0;
        if (!requested || (entry & (MASKED | REMOTE_IRR)) != 0) {
            return;
        }
        if ((entry & LEVEL) != 0) {
            memory.write(entryAddress(pin), entry | REMOTE_IRR);
        } else {
            setRequest(pin, false);
        }
        apic.request((int) (entry & VECTOR_MASK));
    }

    private void setRequest(int pin, boolean requested) {
        long requests = memory.read(address(REQUESTS));
        memory.write(address(REQUESTS), requested ? requests | 1L << pin : requests & ~(1L << pin));
    }

    private long entryAddress(int pin) {
        return address(ENTRIES + pin);
    }

    private long address(int word) {
        return base + 8L * word;
    }
}
