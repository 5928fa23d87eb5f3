package dev.trapwalk.engine.machine;

/**
 * A serial port (16550A) with nothing connected: what is sent goes nowhere at once, nothing is ever received. It
 * raises one interrupt, "transmitter holding register empty".
 */
final class Uart {

    /** Number of ports it occupies. */
    static final int PORTS = 8;

    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_ID = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int MODEM_STATUS = 6;
    /** One word for each register that keeps what was written, then the two divisor bytes and the pending flag. */
    private static final int DIVISOR = PORTS;
    private static final int TRANSMITTER_EMPTY = DIVISOR + 2;
    /** Number of words of state. */
    static final int WORDS = TRANSMITTER_EMPTY + 1;

    private static final int ENABLE_TRANSMITTER_EMPTY = 2;
    private static final int DIVISOR_ACCESS = 0x80;
    private static final int ID_NONE = 1;
    private static final int ID_TRANSMITTER_EMPTY = 2;
    /** Transmitter and its holding register are empty. */
    private static final int IDLE_LINE = 0x60;
    /** Carrier, data set ready and clear to send: what an open line reads as. */
    private static final int IDLE_MODEM = 0xb0;
    private static final int MODEM_CONTROL_AT_BOOT = 8;
    private static final int DIVISOR_AT_BOOT = 12;

    private final PhysicalMemory memory;
    private final long base;
    private final Ioapic ioapic;
    private final int pin;

    Uart(PhysicalMemory memory, long base, Ioapic ioapic, int pin) {
        this.memory = memory;
        this.base = base;
        this.ioapic = ioapic;
        this.pin = pin;
    }

    void reset() {
        set(MODEM_CONTROL, MODEM_CONTROL_AT_BOOT);
        set(DIVISOR, DIVISOR_AT_BOOT);
    }

    /** Reads a byte from register {@code offset}, 0..7. */
    int in(int offset) {
        return switch (offset) {
            case DATA -> divisorAccess() ? get(DIVISOR) : 0;
            case INTERRUPT_ENABLE -> divisorAccess() ? get(DIVISOR + 1) : get(INTERRUPT_ENABLE);
            case INTERRUPT_ID -> readInterruptId();
            case LINE_STATUS -> IDLE_LINE;
            case MODEM_STATUS -> IDLE_MODEM;
            default -> get(offset);
        };
    }

    /** Writes a byte to register {@code offset}, 0..7. */
    void out(int offset, int value) {
        switch (offset) {
            case DATA -> {
                if (divisorAccess()) {
                    set(DIVISOR, value);
                } else {
                    send();
                }
            }
            case INTERRUPT_ENABLE -> {
                if (divisorAccess()) {
                    set(DIVISOR + 1, value);
                } else {
                    enable(value & 0xf);
                }
            }
            case MODEM_CONTROL -> set(MODEM_CONTROL, value & 0x1f);
            case INTERRUPT_ID, LINE_STATUS, MODEM_STATUS -> {
            }
            default -> set(offset, value);
        }
    }

    private void send() {
        set(TRANSMITTER_EMPTY, 0);
        updateLine();
        set(TRANSMITTER_EMPTY, 1);
        updateLine();
    }

    /** Enabling the interrupt while the transmitter is empty raises it at once; disabling it withdraws it. */
    private void enable(int value) {
        int changed = get(INTERRUPT_ENABLE) ^ value;
        set(INTERRUPT_ENABLE, value);
        if ((changed & ENABLE_TRANSMITTER_EMPTY) != 0) {
            set(TRANSMITTER_EMPTY, (value & ENABLE_TRANSMITTER_EMPTY) != 0 ? 1 : 0);
        }
        updateLine();
    }

    private int readInterruptId() {
        if (!interrupting()) {
            return ID_NONE;
        }
        set(TRANSMITTER_EMPTY, 0);
        updateLine();
        return ID_TRANSMITTER_EMPTY;
    }

    private void updateLine() {
        ioapic.setLine(pin, interrupting());
    }

    private boolean interrupting() {
        return get(TRANSMITTER_EMPTY) != 0 && (get(INTERRUPT_ENABLE) & ENABLE_TRANSMITTER_EMPTY) != 0;
    }

    private boolean divisorAccess() {
        return (get(LINE_CONTROL) & DIVISOR_ACCESS) != 0;
    }

    private int get(int word) {
        return (int) memory.read(base + 8L * word);
    }

    private void set(int word, int value) {
        memory.write(base + 8L * word, value);
    }
}
