package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.Devices;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.IrqState;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Interrupts: the state of each interrupt number, and delivery to the notification in its slot (object/interrupt.c,
 * plat/pc99/machine/interrupt.h).
 *
 * <p>An interrupt number is a vector minus 0x20: 0 to 15 belonged to the legacy controller, 16 to 123 are given to
 * users, 125 is the timer tick. After each delivery the line is masked until the handler acknowledges it.
 */
public final class Interrupts extends KernelPart {

    static final KernelFunction HANDLE_INTERRUPT =
            KernelFunction.of(Interrupts.class, "handleInterrupt", Phase.PERFORM, "irq:count");
    static final KernelPoint IRQ_KNOWN = HANDLE_INTERRUPT.check("irq_known", "irq:count");
    static final KernelPoint IS_SIGNAL = HANDLE_INTERRUPT.branch("signals", "state:count");
    static final KernelPoint HAS_NOTIFICATION = HANDLE_INTERRUPT.branch("has_notification", "cap:cap");
    static final KernelPoint IS_TIMER = HANDLE_INTERRUPT.branch("is_timer", "state:count");
    static final KernelPoint MASKED = HANDLE_INTERRUPT.action("line_masked", "irq:count");

    static final KernelFunction IS_IRQ_ACTIVE =
            KernelFunction.of(Interrupts.class, "isIRQActive", Phase.DECODE, "irq:count");
    static final KernelPoint ACTIVE = IS_IRQ_ACTIVE.branch("active", "state:count");
    static final KernelFunction SET_IRQ_STATE =
            KernelFunction.of(Interrupts.class, "setIRQState", Phase.PERFORM, "state:count", "irq:count");
    static final KernelFunction DELETING_IRQ_HANDLER =
            KernelFunction.of(Interrupts.class, "deletingIRQHandler", Phase.PERFORM, "irq:count");
    static final KernelFunction DELETED_IRQ_HANDLER =
            KernelFunction.of(Interrupts.class, "deletedIRQHandler", Phase.PERFORM, "irq:count");
    static final KernelFunction APIC_ACK =
            KernelFunction.of(Interrupts.class, "apic_ack_active_interrupt", Phase.PERFORM);

    /** State: not given out. */
    public static final int INACTIVE = 0;
    /** State: signals a notification. */
    public static final int SIGNAL = 1;
    /** State: the kernel's timer tick. */
    public static final int TIMER = 2;
    /** State: kept by the kernel for other uses. */
    public static final int RESERVED = 3;

    /** First interrupt number given to users (irq_user_min). */
    public static final int USER_MIN = 16;
    /** Last interrupt number given to users (irq_user_max). */
    public static final int USER_MAX = 123;
    /** Interrupt number of the timer tick (irq_timer), the highest there is. */
    public static final int TIMER_IRQ = 125;
    /** Vector of interrupt number 0 (IRQ_INT_OFFSET). */
    public static final int VECTOR_OFFSET = 0x20;
    private static final long INT_INVALID = -1;
    private static final int IRQ_INVALID = -1;

    private final Cap cap = new Cap();

    public Interrupts(Kernel kernel) {
        super(kernel);
    }

    /** Delivers an interrupt: signals the notification in its slot, or makes the timer tick. */
    public void handleInterrupt(int irq) {
        enter(HANDLE_INTERRUPT, irq);
        if (!check(IRQ_KNOWN, irq <= TIMER_IRQ, irq)) {
            maskInterrupt(true, irq);
            ackInterrupt();
            leave();
            return;
        }
        int state = state(irq);
        if (check(IS_SIGNAL, state == SIGNAL, state)) {
            signal(irq);
        } else if (check(IS_TIMER, state == TIMER, state)) {
            kernel.scheduler().timerTick();
        } else if (state == INACTIVE) {
            maskInterrupt(true, irq);
        }
        ackInterrupt();
        leave();
    }

    private void signal(int irq) {
        cap.load(memory, KernelGlobals.irqNode(irq));
        boolean usable = cap.is(CapType.NOTIFICATION) && NotificationCap.CAN_SEND.isSet(cap);
        if (check(HAS_NOTIFICATION, usable, cap.word0)) {
            kernel.notifications().sendSignal(NotificationCap.PTR.get(cap), NotificationCap.BADGE.get(cap));
        }
        maskInterrupt(true, irq);
        act(MASKED, irq);
    }

    /** Whether an interrupt number has been given out, or is not to be given out. */
    public boolean isIRQActive(int irq) {
        enter(IS_IRQ_ACTIVE, irq);
        int state = state(irq);
        return leave(check(ACTIVE, state != INACTIVE, state));
    }

    /** Changes the state of an interrupt number; its line is unmasked unless it becomes inactive. */
    public void setIRQState(int state, int irq) {
        enter(SET_IRQ_STATE, state, irq);
        memory.write(KernelGlobals.INT_STATE_IRQ_TABLE + 8L * irq, state);
        maskInterrupt(state == INACTIVE, irq);
        leave();
    }

    /** The last handler capability goes: the notification is forgotten first. */
    public void deletingIRQHandler(int irq) {
        enter(DELETING_IRQ_HANDLER, irq);
        kernel.deletion().cteDeleteOne(KernelGlobals.irqNode(irq));
        leave();
    }

    /** The last handler capability is gone: the interrupt number can be given out again. */
    public void deletedIRQHandler(int irq) {
        enter(DELETED_IRQ_HANDLER, irq);
        setIRQState(INACTIVE, irq);
        leave();
    }

    /**
     * Stops or lets through a line of the IO-APIC (maskInterrupt, a header inline). Message signalled interrupts
     * cannot be stopped, and there is no legacy controller.
     */
    public void maskInterrupt(boolean disable, int irq) {
        if (irq < USER_MIN || irq > USER_MAX) {
            return;
        }
        long at = KernelGlobals.irqState(irq);
        long state = memory.read(at);
        if (IrqState.TYPE.in(state) == IrqState.IOAPIC) {
            kernel.x86().ioapicDriver().ioapic_mask(disable, (int) IrqState.IOAPIC_ID.in(state),
                    (int) IrqState.IOAPIC_PIN.in(state));
            memory.write(at, IrqState.IOAPIC_MASKED.put(state, disable ? 1 : 0));
        }
    }

    private void ackInterrupt() {
        enter(APIC_ACK);
        kernel.devices().endOfInterrupt();
        leave();
        memory.write(KernelGlobals.X86KS_CUR_INTERRUPT, INT_INVALID);
    }

    /** Whether an interrupt waits to be taken; acknowledges nothing. Not a point of any path. */
    public boolean isIRQPending() {
        Devices devices = kernel.devices();
        devices.advanceTo(kernel.cpu().clock());
        return devices.localApic().isAnyPending();
    }

    /**
     * The interrupt being worked on, else one that is pending (getActiveIRQ): opens a window for the devices first when
     * none is known. Sets x86KScurInterrupt.
     *
     * @return the interrupt number, or -1 when there is none (irqInvalid)
     */
    public int getActiveIRQ() {
        long current = memory.read(KernelGlobals.X86KS_CUR_INTERRUPT);
        if (current == INT_INVALID) {
            if (memory.read(KernelGlobals.X86KS_PENDING_INTERRUPT) == INT_INVALID) {
                receivePendingIRQ();
                if (memory.read(KernelGlobals.X86KS_PENDING_INTERRUPT) == INT_INVALID) {
                    return IRQ_INVALID;
                }
            }
            current = servicePendingIRQ();
            memory.write(KernelGlobals.X86KS_CUR_INTERRUPT, current);
        }
        return (int) current - VECTOR_OFFSET;
    }

    /**
     * Opens the interrupt window for a moment (sti, nop, cli): an interrupt that a device asserts is taken inside the
     * kernel, that is, passed to {@link Traps#c_nested_interrupt}.
     */
    public void receivePendingIRQ() {
        Devices devices = kernel.devices();
        devices.advanceTo(kernel.cpu().clock());
        int vector = devices.pendingVector();
        if (vector >= 0) {
            devices.accept(vector);
            kernel.traps().c_nested_interrupt(vector);
        }
    }

    /** Takes the vector out of x86KSPendingInterrupt and returns it (servicePendingIRQ). */
    public int servicePendingIRQ() {
        int vector = (int) memory.read(KernelGlobals.X86KS_PENDING_INTERRUPT);
        memory.write(KernelGlobals.X86KS_PENDING_INTERRUPT, INT_INVALID);
        return vector;
    }

    private int state(int irq) {
        return (int) memory.read(KernelGlobals.INT_STATE_IRQ_TABLE + 8L * irq);
    }
}
