package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Lets a waiting interrupt in during a long operation (model/preemption.c). The kernel runs with interrupts disabled;
 * an operation without a bound on its length calls {@link #preemptionPoint} after each piece of work.
 */
public final class Preemption extends KernelPart {

    static final KernelFunction PREEMPTION_POINT =
            KernelFunction.of(Preemption.class, "preemptionPoint", Phase.PERFORM);
    static final KernelPoint WORK_DONE =
            PREEMPTION_POINT.branch("poll_due", "workUnitsCompleted:count", "maxWorkUnits:count");
    static final KernelPoint NO_IRQ_PENDING = PREEMPTION_POINT.check("no_irq_pending");

    /**
     * Simulated time of a unit of work. The kernel takes no time otherwise; this much lets a timer run out during a long
     * operation. It is what the shortest unit, clearing 256 bytes, took the recorded machine.
     */
    private static final long WORK_UNIT_NANOSECONDS = 150;

    public Preemption(Kernel kernel) {
        super(kernel);
    }

    /**
     * Counts one unit of work, and at every CONFIG_MAX_NUM_WORK_UNITS_PER_PREEMPTION-th asks whether an interrupt
     * waits.
     *
     * @return NONE to go on, PREEMPTED to leave the operation and restart the system call after the interrupt
     */
    public ExceptionStatus preemptionPoint() {
        enter(PREEMPTION_POINT);
        kernel.cpu().setClock(kernel.cpu().clock() + WORK_UNIT_NANOSECONDS);
        long done = memory.read(KernelGlobals.KS_WORK_UNITS_COMPLETED) + 1;
        memory.write(KernelGlobals.KS_WORK_UNITS_COMPLETED, done);
        int max = kernel.config().maxWorkUnits();
        if (check(WORK_DONE, done >= max, done, max)) {
            memory.write(KernelGlobals.KS_WORK_UNITS_COMPLETED, 0);
            if (!check(NO_IRQ_PENDING, !kernel.interrupts().isIRQPending())) {
                return leave(ExceptionStatus.PREEMPTED);
            }
        }
        return leave(ExceptionStatus.NONE);
    }
}
