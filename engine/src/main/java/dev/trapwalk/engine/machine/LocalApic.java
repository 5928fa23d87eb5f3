package dev.trapwalk.engine.machine;

/**
 * The processor's local interrupt controller: which vectors wait to be taken (IRR), which are being served (ISR), and
 * its timer. A higher vector number wins; a vector is taken only if its group of 16 is above that of the one in
 * service.
 */
public final class LocalApic {

    /** Vectors 0..255, 64 to a word. */
    private static final int VECTOR_WORDS = 4;
    private static final int IRR = 0;
    private static final int ISR = IRR + VECTOR_WORDS;
    private static final int TIMER_VECTOR = ISR + VECTOR_WORDS;
    private static final int TIMER_PERIOD = TIMER_VECTOR + 1;
    private static final int TIMER_NEXT = TIMER_PERIOD + 1;
    /** Number of words of state. */
    static final int WORDS = TIMER_NEXT + 1;

    private final PhysicalMemory memory;
    private final long base;

    LocalApic(PhysicalMemory memory, long base) {
        this.memory = memory;
        this.base = base;
    }

    /** A vector is requested; it waits until the processor takes it. */
    public void request(int vector) {
        long at = address(IRR + (vector >>> 6));
        memory.write(at, memory.read(at) | 1L << vector);
    }

    /** Whether any vector waits, also one that is not high enough to be taken now. */
    public boolean isAnyPending() {
        return highest(IRR) >= 0;
    }

    /** The vector that the processor takes when interrupts are enabled, or -1. */
    public int pendingVector() {
        int pending = highest(IRR);
        return pending >= 0 && pending >> 4 > highest(ISR) >> 4 ? pending : -1;
    }

    /** The processor takes a waiting vector: it is in service until {@link #endOfInterrupt()}. */
    public void accept(int vector) {
        long irr = address(IRR + (vector >>> 6));
        long isr = address(ISR + (vector >>> 6));
        memory.write(irr, memory.read(irr) & ~(1L << vector));
        memory.write(isr, memory.read(isr) | 1L << vector);
    }

    /** The vector in service that ends, the highest one, or -1 when none is. */
    public int endOfInterrupt() {
        int vector = highest(ISR);
        if (vector >= 0) {
            long isr = address(ISR + (vector >>> 6));
            memory.write(isr, memory.read(isr) & ~(1L << vector));
        }
        return vector;
    }

    /**
     * Starts the timer: it requests {@code vector} every {@code period} nanoseconds, first one period after {@code
     * now}.
     */
    public void startTimer(int vector, long period, long now) {
        memory.write(address(TIMER_VECTOR), vector);
        memory.write(address(TIMER_PERIOD), period);
        memory.write(address(TIMER_NEXT), now + period);
    }

    /** When the timer fires next, in nanoseconds; {@link Long#MAX_VALUE} when it does not run. */
    long nextTimer() {
        return memory.read(address(TIMER_PERIOD)) == 0 ? Long.MAX_VALUE : memory.read(address(TIMER_NEXT));
    }

    /** Fires the timer if it is due; ticks that were missed meanwhile are one tick. */
    void advance(long now) {
        long period = memory.read(address(TIMER_PERIOD));
        long next = memory.read(address(TIMER_NEXT));
        if (period != 0 && next <= now) {
            request((int) memory.read(address(TIMER_VECTOR)));
            memory.write(address(TIMER_NEXT), next + ((now - next) / period + 1) * period);
        }
    }

    private int highest(int firstWord) {
        for (int word = VECTOR_WORDS - 1; word >= 0; word--) {
            long bits = memory.read(address(firstWord + word));
            if (bits != 0) {
                return word * 64 + 63 - Long.numberOfLeadingZeros(bits);
            }
        }
        return -1;
    }

    private long address(int word) {
        return base + 8L * word;
    }
}
