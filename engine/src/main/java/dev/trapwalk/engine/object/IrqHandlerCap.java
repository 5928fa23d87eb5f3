package dev.trapwalk.engine.object;

/** Fields of an IRQ handler capability. */
public final class IrqHandlerCap {

    /** Interrupt number of the kernel: the user vector plus 16. */
    public static final BitField IRQ = BitField.bits("capIRQ", 1, 0, 12);

    private IrqHandlerCap() {
    }
}
