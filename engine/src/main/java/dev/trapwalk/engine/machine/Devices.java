package dev.trapwalk.engine.machine;

/**
 * The devices of the machine and their interrupt controllers, as one: the run loop lets time pass and asks for
 * interrupts, the kernel reads and writes IO ports and the controllers' registers. All state is words of the register
 * file's page, behind the processor's registers.
 *
 * <p>There are a serial port at ports 0x2f8 to 0x2ff (ISA interrupt 3, pin 3 of the IO-APIC), a one-shot timer at
 * 0x40 to 0x43 (pin 2) and the local APIC's own timer. At other ports nothing answers: they read as ones.
 */
public final class Devices {

    private static final long STATE_OFFSET = 0x800;
    private static final int UART_PORT = 0x2f8;
    private static final int UART_PIN = 3;
    private static final int PIT_PORT = 0x40;
    private static final int PIT_PIN = 2;
    /** The keyboard controller still holds the last byte that the firmware left there: "acknowledged". */
    private static final int KEYBOARD_PORT = 0x60;
    private static final int KEYBOARD_ACKNOWLEDGE = 0xfa;
    /** What a port reads as at which nothing answers. */
    private static final int NOTHING = 0xff;

    private final Cpu cpu;
    private final LocalApic apic;
    private final Ioapic ioapic;
    private final Uart uart;
    private final Pit pit;

    /** The devices of the machine with that memory and processor. */
    public Devices(PhysicalMemory memory, Cpu cpu) {
        this.cpu = cpu;
        long at = memory.registerFile() + STATE_OFFSET;
        apic = new LocalApic(memory, at);
        at += 8L * LocalApic.WORDS;
        ioapic = new Ioapic(memory, at, apic);
        at += 8L * Ioapic.WORDS;
        uart = new Uart(memory, at, ioapic, UART_PIN);
        at += 8L * Uart.WORDS;
        pit = new Pit(memory, at, ioapic, PIT_PIN);
    }

    /** Brings the devices into the state after power on. */
    public void reset() {
        ioapic.reset();
        uart.reset();
    }

    /** The processor's interrupt controller and its timer. */
    public LocalApic localApic() {
        return apic;
    }

    /** The controller that the devices' interrupt lines end in. */
    public Ioapic ioapic() {
        return ioapic;
    }

    /** When the next device event is due, in nanoseconds of {@link Cpu#clock()}; {@link Long#MAX_VALUE} for never. */
    public long nextEventTime() {
        return Math.min(pit.next(), apic.nextTimer());
    }

    /** Whether an event is due some time that is not just the next tick of the local APIC's timer. */
    public boolean isAnyDeviceDue() {
        return pit.next() != Long.MAX_VALUE;
    }

    /** Lets everything happen that is due at {@code now} nanoseconds. */
    public void advanceTo(long now) {
        if (nextEventTime() <= now) {
            pit.advance(now);
            apic.advance(now);
        }
    }

    /** The vector that the processor takes when interrupts are enabled, or -1. */
    public int pendingVector() {
        return apic.pendingVector();
    }

    /** The processor takes the pending vector. */
    public void accept(int vector) {
        apic.accept(vector);
    }

    /** The processor says that the vector in service is done (a write to the local APIC's EOI register). */
    public void endOfInterrupt() {
        int vector = apic.endOfInterrupt();
        if (vector >= 0) {
            ioapic.endOfInterrupt(vector);
        }
    }

    /** Reads {@code bytes} (1, 2 or 4) from port {@code port} on. */
    public long in(int port, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) inByte(port + i) << 8 * i;
        }
        return value;
    }

    /** Writes {@code bytes} (1, 2 or 4) to port {@code port} on. */
    public void out(int port, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            outByte(port + i, (int) (value >>> 8 * i) & 0xff);
        }
    }

    private int inByte(int port) {
        int offset = port - UART_PORT;
        if (offset >= 0 && offset < Uart.PORTS) {
            return uart.in(offset);
        }
        return port == KEYBOARD_PORT ? KEYBOARD_ACKNOWLEDGE : NOTHING;
    }

    private void outByte(int port, int value) {
        int uartOffset = port - UART_PORT;
        int pitOffset = port - PIT_PORT;
        if (uartOffset >= 0 && uartOffset < Uart.PORTS) {
            uart.out(uartOffset, value);
        } else if (pitOffset >= 0 && pitOffset < Pit.PORTS) {
            pit.out(pitOffset, value, cpu.clock());
        }
    }
}
