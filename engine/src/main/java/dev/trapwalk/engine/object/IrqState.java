package dev.trapwalk.engine.object;

/** Layout of an entry of x86KSIRQState: where an interrupt number comes from. One word. */
public final class IrqState {

    public static final BitField TYPE = BitField.bits("irqType", 0, 60, 4);
    public static final int FREE = 0;
    public static final int IOAPIC = 1;
    public static final int MSI = 2;
    public static final int RESERVED = 3;

    /** IO-APIC: number of the controller. */
    public static final BitField IOAPIC_ID = BitField.bits("id", 0, 55, 5);
    /** IO-APIC: input pin. */
    public static final BitField IOAPIC_PIN = BitField.bits("pin", 0, 50, 5);
    /** IO-APIC: level triggered, else edge triggered. */
    public static final BitField IOAPIC_LEVEL = BitField.flag("level", 0, 49);
    public static final BitField IOAPIC_POLARITY_LOW = BitField.flag("polarity_low", 0, 48);
    public static final BitField IOAPIC_MASKED = BitField.flag("masked", 0, 47);
    public static final BitField MSI_BUS = BitField.bits("bus", 0, 52, 8);
    public static final BitField MSI_DEV = BitField.bits("dev", 0, 47, 5);
    public static final BitField MSI_FUNC = BitField.bits("func", 0, 44, 3);
    public static final BitField MSI_HANDLE = BitField.bits("handle", 0, 0, 32);

    private IrqState() {
    }
}
