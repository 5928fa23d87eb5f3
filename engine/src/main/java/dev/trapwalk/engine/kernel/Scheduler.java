package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Chooses the thread that runs next, and changes thread states. */
public final class Scheduler extends KernelPart {

    static final KernelFunction SCHEDULE = KernelFunction.of(Scheduler.class, "schedule", Phase.SCHEDULE);
    static final KernelFunction ACTIVATE_THREAD = KernelFunction.of(Scheduler.class, "activateThread", Phase.RESTORE);
    static final KernelFunction CHOOSE_THREAD = KernelFunction.of(Scheduler.class, "chooseThread", Phase.SCHEDULE);
    static final KernelFunction SWITCH_TO_THREAD =
            KernelFunction.of(Scheduler.class, "switchToThread", Phase.SCHEDULE, "thread:tcb");
    static final KernelFunction SWITCH_TO_IDLE_THREAD =
            KernelFunction.of(Scheduler.class, "switchToIdleThread", Phase.SCHEDULE);
    static final KernelFunction POSSIBLE_SWITCH_TO =
            KernelFunction.of(Scheduler.class, "possibleSwitchTo", Phase.SCHEDULE, "target:tcb");
    static final KernelFunction SET_THREAD_STATE =
            KernelFunction.of(Scheduler.class, "setThreadState", Phase.PERFORM, "thread:tcb", "state:thread_state");
    static final KernelFunction SCHEDULE_TCB =
            KernelFunction.of(Scheduler.class, "scheduleTCB", Phase.SCHEDULE, "thread:tcb");
    static final KernelFunction RESCHEDULE_REQUIRED =
            KernelFunction.of(Scheduler.class, "rescheduleRequired", Phase.SCHEDULE);
    static final KernelFunction TIMER_TICK = KernelFunction.of(Scheduler.class, "timerTick", Phase.SCHEDULE);
    static final KernelFunction IS_HIGHEST_PRIO =
            KernelFunction.of(Scheduler.class, "isHighestPrio", Phase.SCHEDULE, "domain:count", "priority:count");
    static final KernelFunction SET_PRIORITY =
            KernelFunction.of(Scheduler.class, "setPriority", Phase.PERFORM, "thread:tcb", "priority:count");
    static final KernelFunction SET_MC_PRIORITY =
            KernelFunction.of(Scheduler.class, "setMCPriority", Phase.PERFORM, "thread:tcb", "mcp:count");

    public Scheduler(Kernel kernel) {
        super(kernel);
    }

    public void schedule() {
        throw new NotModelledException("schedule");
    }

    public void activateThread() {
        throw new NotModelledException("activateThread");
    }

    public void chooseThread() {
        throw new NotModelledException("chooseThread");
    }

    public void switchToThread(long thread) {
        throw new NotModelledException("switchToThread");
    }

    public void switchToIdleThread() {
        throw new NotModelledException("switchToIdleThread");
    }

    public void possibleSwitchTo(long target) {
        throw new NotModelledException("possibleSwitchTo");
    }

    public void setThreadState(long thread, ThreadState state) {
        throw new NotModelledException("setThreadState");
    }

    public void scheduleTCB(long thread) {
        throw new NotModelledException("scheduleTCB");
    }

    public void rescheduleRequired() {
        throw new NotModelledException("rescheduleRequired");
    }

    public void timerTick() {
        throw new NotModelledException("timerTick");
    }

    public boolean isHighestPrio(int domain, long priority) {
        throw new NotModelledException("isHighestPrio");
    }

    public void setPriority(long thread, long priority) {
        throw new NotModelledException("setPriority");
    }

    public void setMCPriority(long thread, long mcp) {
        throw new NotModelledException("setMCPriority");
    }
}
