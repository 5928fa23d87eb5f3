package dev.trapwalk.engine.machine;

/**
 * Channel 0 of the programmable interval timer (i8254) in mode 0, interrupt on terminal count: after its count of
 * periods of 838 ns its output goes high and stays high until the next count is written.
 */
final class Pit {

    /** Number of ports it occupies: three channels and the control word. */
    static final int PORTS = 4;

    private static final int CHANNEL = 0;
    private static final int CONTROL = 3;
    private static final int LOW_WRITTEN = 0;
    private static final int LOW_BYTE = 1;
    private static final int DUE = 2;
    private static final int CONTROL_WORD = 3;
    /** Number of words of state. */
    static final int WORDS = 4;

    /** Input clock in Hz. */
    private static final long FREQUENCY = 1_193_182;
    private static final long SECOND = 1_000_000_000;
    /** Control word: channel 0, low then high byte, mode 0, binary. */
    private static final int CHANNEL_0_MODE_0 = 0x30;
    private static final int FULL_COUNT = 0x10000;

    private final PhysicalMemory memory;
    private final long base;
    private final Ioapic ioapic;
    private final int pin;

    Pit(PhysicalMemory memory, long base, Ioapic ioapic, int pin) {
        this.memory = memory;
        this.base = base;
        this.ioapic = ioapic;
        this.pin = pin;
    }

    /** Writes a byte. Other channels and modes are accepted and do nothing: nothing of the machine hangs on them. */
    void out(int offset, int value, long now) {
        if (offset == CONTROL) {
            set(CONTROL_WORD, value);
            set(LOW_WRITTEN, 0);
        } else if (offset == CHANNEL && get(CONTROL_WORD) == CHANNEL_0_MODE_0) {
            if (get(LOW_WRITTEN) == 0) {
                set(LOW_BYTE, value);
                set(LOW_WRITTEN, 1);
            } else {
                set(LOW_WRITTEN, 0);
                long count = get(LOW_BYTE) | (long) value << 8;
                start(count == 0 ? FULL_COUNT : count, now);
            }
        }
    }

    private void start(long count, long now) {
        ioapic.setLine(pin, false);
        set(DUE, now + (count * SECOND + FREQUENCY - 1) / FREQUENCY);
    }

    /** When the output goes high next, in nanoseconds; {@link Long#MAX_VALUE} when it does not. */
    long next() {
        long due = get(DUE);
        return due == 0 ? Long.MAX_VALUE : due;
    }

    /** Raises the output if the count has run out. */
    void advance(long now) {
        if (next() <= now) {
            set(DUE, 0);
            ioapic.setLine(pin, true);
        }
    }

    private long get(int word) {
        return memory.read(base + 8L * word);
    }

    private void set(int word, long value) {
        memory.write(base + 8L * word, value);
    }
}
