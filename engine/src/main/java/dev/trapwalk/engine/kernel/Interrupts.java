package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Interrupts: state of each line, delivery to notifications. */
public final class Interrupts extends KernelPart {

    static final KernelFunction HANDLE_INTERRUPT =
            KernelFunction.of(Interrupts.class, "handleInterrupt", Phase.PERFORM, "irq:count");
    static final KernelFunction IS_IRQ_ACTIVE =
            KernelFunction.of(Interrupts.class, "isIRQActive", Phase.DECODE, "irq:count");
    static final KernelFunction SET_IRQ_STATE =
            KernelFunction.of(Interrupts.class, "setIRQState", Phase.PERFORM, "state:count", "irq:count");
    static final KernelFunction DELETING_IRQ_HANDLER =
            KernelFunction.of(Interrupts.class, "deletingIRQHandler", Phase.PERFORM, "irq:count");
    static final KernelFunction DELETED_IRQ_HANDLER =
            KernelFunction.of(Interrupts.class, "deletedIRQHandler", Phase.PERFORM, "irq:count");

    public Interrupts(Kernel kernel) {
        super(kernel);
    }

    public void handleInterrupt(int irq) {
        throw new NotModelledException("handleInterrupt");
    }

    public boolean isIRQActive(int irq) {
        throw new NotModelledException("isIRQActive");
    }

    public void setIRQState(int state, int irq) {
        throw new NotModelledException("setIRQState");
    }

    public void deletingIRQHandler(int irq) {
        throw new NotModelledException("deletingIRQHandler");
    }

    public void deletedIRQHandler(int irq) {
        throw new NotModelledException("deletedIRQHandler");
    }

    /** Whether an interrupt waits to be taken; acknowledges nothing. Not a point of any path. */
    public boolean isIRQPending() {
        throw new NotModelledException("isIRQPending");
    }

    /**
     * The interrupt being worked on, else one that is pending (getActiveIRQ): opens a window for the devices first when
     * none is known. Sets x86KScurInterrupt.
     *
     * @return the interrupt number, or -1 when there is none (irqInvalid)
     */
    public int getActiveIRQ() {
        throw new NotModelledException("getActiveIRQ");
    }

    /**
     * Opens the interrupt window for a moment (sti, nop, cli): an interrupt that a device asserts is taken inside the
     * kernel, that is, passed to {@link Traps#c_nested_interrupt}.
     */
    public void receivePendingIRQ() {
        throw new NotModelledException("receivePendingIRQ");
    }

    /** Takes the vector out of x86KSPendingInterrupt and returns it (servicePendingIRQ). */
    public int servicePendingIRQ() {
        throw new NotModelledException("servicePendingIRQ");
    }
}
