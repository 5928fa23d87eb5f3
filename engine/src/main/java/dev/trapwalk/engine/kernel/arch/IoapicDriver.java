package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Ioapic;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * The kernel's driver of the IO-APIC (plat/pc99/machine/ioapic.c). It keeps its own copy of the low half of each
 * redirection entry, so that masking need not read the device.
 */
public final class IoapicDriver extends InvocationPart {

    static final KernelFunction MASK = KernelFunction.of(IoapicDriver.class, "ioapic_mask", Phase.PERFORM, "mask:flag",
            "ioapic:count", "pin:count");
    static final KernelPoint PIN_EXISTS = MASK.check("pin_exists", "ioapic:count", "pin:count");
    static final KernelFunction DECODE_MAP = KernelFunction.of(IoapicDriver.class, "ioapic_decode_map_pin_to_vector",
            Phase.DECODE, "ioapic", "pin", "level", "polarity");
    static final KernelPoint IOAPIC_IN_RANGE = DECODE_MAP.check("ioapic_in_range", "ioapic");
    static final KernelPoint PIN_IN_RANGE = DECODE_MAP.check("pin_in_range", "pin", "max:count");
    static final KernelPoint LEVEL_VALID = DECODE_MAP.check("level_valid", "level");
    static final KernelPoint POLARITY_VALID = DECODE_MAP.check("polarity_valid", "polarity");
    static final KernelFunction MAP = KernelFunction.of(IoapicDriver.class, "ioapic_map_pin_to_vector", Phase.PERFORM,
            "ioapic:count", "pin:count", "level:flag", "vector:count");
    static final KernelFunction READ =
            KernelFunction.of(IoapicDriver.class, "ioapic_read", Phase.PERFORM, "ioapic:count", "register");
    static final KernelFunction WRITE =
            KernelFunction.of(IoapicDriver.class, "ioapic_write", Phase.PERFORM, "ioapic:count", "register", "value");

    /** The machine has one IO-APIC. */
    private static final int IOAPICS = 1;
    private static final int REGSEL = 0x00;
    private static final int WINDOW = 0x10;
    private static final long UPPER_HALF = 0xffff_0000L;
    private static final long HIGH_RESERVED = 0x00ff_ffffL;

    public IoapicDriver(Kernel kernel) {
        super(kernel);
    }

    /** Masks every pin, as at boot (ioapic_init). */
    public void init() {
        for (int pin = 0; pin < Ioapic.PINS; pin++) {
            memory.write(cached(pin), Ioapic.MASKED);
        }
    }

    /** Masks or unmasks a pin; a pin that does not exist is ignored. */
    public void ioapic_mask(boolean mask, int ioapic, int pin) {
        enter(MASK, mask ? 1 : 0, ioapic, pin);
        if (check(PIN_EXISTS, ioapic < IOAPICS && pin < Ioapic.PINS, ioapic, pin)) {
            long entry = memory.read(cached(pin));
            entry = mask ? entry | Ioapic.MASKED : entry & ~Ioapic.MASKED;
            memory.write(cached(pin), entry);
            ioapic_write(ioapic, REGSEL, low(pin));
            ioapic_write(ioapic, WINDOW, entry);
        }
        leave();
    }

    /** Checks what a user wants a pin to be; NONE or SYSCALL_ERROR. */
    ExceptionStatus ioapic_decode_map_pin_to_vector(long ioapic, long pin, long level, long polarity) {
        enter(DECODE_MAP, ioapic, pin, level, polarity);
        if (!check(IOAPIC_IN_RANGE, Long.compareUnsigned(ioapic, IOAPICS) < 0, ioapic)) {
            return leave(rangeError(0, IOAPICS - 1));
        }
        if (!check(PIN_IN_RANGE, Long.compareUnsigned(pin, Ioapic.PINS) < 0, pin, Ioapic.PINS - 1)) {
            return leave(rangeError(0, Ioapic.PINS - 1));
        }
        if (!check(LEVEL_VALID, level == 0 || level == 1, level)) {
            return leave(rangeError(0, 1));
        }
        if (!check(POLARITY_VALID, polarity == 0 || polarity == 1, polarity)) {
            return leave(rangeError(0, 1));
        }
        return leave(ExceptionStatus.NONE);
    }

    /** Routes a pin to a vector, masked for now. */
    void ioapic_map_pin_to_vector(int ioapic, int pin, long level, long polarity, int vector) {
        enter(MAP, ioapic, pin, level, vector);
        ioapic_write(ioapic, REGSEL, low(pin) + 1);
        long high = ioapic_read(ioapic, WINDOW) & HIGH_RESERVED;
        ioapic_write(ioapic, WINDOW, high);
        long entry = Ioapic.MASKED | vector;
        entry |= level != 0 ? Ioapic.LEVEL : 0;
        entry |= polarity != 0 ? Ioapic.POLARITY_LOW : 0;
        ioapic_write(ioapic, REGSEL, low(pin));
        entry |= ioapic_read(ioapic, WINDOW) & UPPER_HALF;
        memory.write(cached(pin), entry);
        ioapic_write(ioapic, WINDOW, entry);
        leave();
    }

    private void ioapic_write(int ioapic, int register, long value) {
        enter(WRITE, ioapic, register, value);
        if (register == REGSEL) {
            kernel.devices().ioapic().select((int) value);
        } else {
            kernel.devices().ioapic().setWindow(value);
        }
        leave();
    }

    private long ioapic_read(int ioapic, int register) {
        enter(READ, ioapic, register);
        return leave(kernel.devices().ioapic().window());
    }

    private static int low(int pin) {
        return Ioapic.REDIRECTION + 2 * pin;
    }

    /** Address of ioredtbl_state of a pin. */
    private static long cached(int pin) {
        return KernelGlobals.IOREDTBL_STATE + 8L * pin;
    }
}
