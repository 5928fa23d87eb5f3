package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;

/**
 * Chooses the thread that runs next, and changes thread states (kernel/thread.c; manual section "Threads and
 * Execution").
 *
 * <p>A kernel entry only notes what is to be done in ksSchedulerAction: go on, choose anew, or switch to one candidate.
 * {@link #schedule} acts on it once, at the end. The running thread is in no ready queue; a candidate is not yet.
 */
public final class Scheduler extends KernelPart {

    static final KernelFunction SCHEDULE = KernelFunction.of(Scheduler.class, "schedule", Phase.SCHEDULE);
    static final KernelPoint RESUME_CURRENT = SCHEDULE.branch("resume_current", "thread:tcb", "action");
    static final KernelPoint WAS_RUNNABLE = SCHEDULE.branch("was_runnable", "thread:tcb", "state:thread_state");
    static final KernelPoint CHOOSE_NEW = SCHEDULE.branch("choose_new", "action");
    static final KernelPoint CANDIDATE_FIRST =
            SCHEDULE.check("candidate_first", "candidate:tcb", "candidatePriority:count", "priority:count");
    static final KernelPoint CANDIDATE_NOT_EQUAL =
            SCHEDULE.check("candidate_not_equal", "candidate:tcb", "candidatePriority:count", "wasRunnable:flag");
    static final KernelFunction SCHEDULE_CHOOSE_NEW_THREAD =
            KernelFunction.of(Scheduler.class, "scheduleChooseNewThread", Phase.SCHEDULE);
    static final KernelPoint DOMAIN_TIME_LEFT =
            SCHEDULE_CHOOSE_NEW_THREAD.branch("domain_time_left", "ksDomainTime:count");
    static final KernelFunction CHOOSE_THREAD = KernelFunction.of(Scheduler.class, "chooseThread", Phase.SCHEDULE);
    static final KernelPoint THREAD_READY = CHOOSE_THREAD.branch("thread_ready", "domain:count", "l1Bitmap");
    static final KernelPoint THREAD_CHOSEN = CHOOSE_THREAD.action("thread_chosen", "thread:tcb", "priority:count");
    static final KernelFunction SWITCH_TO_THREAD =
            KernelFunction.of(Scheduler.class, "switchToThread", Phase.SCHEDULE, "thread:tcb");
    static final KernelPoint CURRENT_THREAD = SWITCH_TO_THREAD.action("current_thread", "thread:tcb", "previous:tcb");
    static final KernelFunction SWITCH_TO_IDLE_THREAD =
            KernelFunction.of(Scheduler.class, "switchToIdleThread", Phase.SCHEDULE);
    static final KernelFunction ACTIVATE_THREAD = KernelFunction.of(Scheduler.class, "activateThread", Phase.RESTORE);
    static final KernelPoint IS_RUNNING = ACTIVATE_THREAD.branch("running", "thread:tcb", "state:thread_state");
    static final KernelPoint IS_RESTART = ACTIVATE_THREAD.branch("restart", "thread:tcb", "state:thread_state");
    static final KernelPoint RESTARTED = ACTIVATE_THREAD.action("restarted", "thread:tcb", "pc");

    static final KernelFunction POSSIBLE_SWITCH_TO =
            KernelFunction.of(Scheduler.class, "possibleSwitchTo", Phase.SCHEDULE, "target:tcb");
    static final KernelPoint IN_CURRENT_DOMAIN =
            POSSIBLE_SWITCH_TO.branch("in_current_domain", "domain:count", "ksCurDomain:count");
    static final KernelPoint FIRST_CANDIDATE = POSSIBLE_SWITCH_TO.branch("first_candidate", "action");
    static final KernelFunction SET_THREAD_STATE =
            KernelFunction.of(Scheduler.class, "setThreadState", Phase.PERFORM, "thread:tcb", "state:thread_state");
    static final KernelFunction SCHEDULE_TCB =
            KernelFunction.of(Scheduler.class, "scheduleTCB", Phase.SCHEDULE, "thread:tcb");
    static final KernelPoint CURRENT_CANNOT_RUN =
            SCHEDULE_TCB.branch("current_cannot_run", "thread:tcb", "state:thread_state", "action");
    static final KernelFunction RESCHEDULE_REQUIRED =
            KernelFunction.of(Scheduler.class, "rescheduleRequired", Phase.SCHEDULE);
    static final KernelPoint CANDIDATE_DROPPED = RESCHEDULE_REQUIRED.branch("candidate_dropped", "action");
    static final KernelFunction TIMER_TICK = KernelFunction.of(Scheduler.class, "timerTick", Phase.SCHEDULE);
    static final KernelPoint TICK_RUNNING = TIMER_TICK.branch("running", "thread:tcb", "state:thread_state");
    static final KernelPoint SLICE_LEFT = TIMER_TICK.branch("slice_left", "thread:tcb", "timeSlice:count");
    static final KernelPoint DOMAIN_GOES_ON = TIMER_TICK.branch("domain_goes_on", "ksDomainTime:count");
    static final KernelFunction IS_HIGHEST_PRIO =
            KernelFunction.of(Scheduler.class, "isHighestPrio", Phase.SCHEDULE, "domain:count", "priority:count");
    static final KernelFunction SET_PRIORITY =
            KernelFunction.of(Scheduler.class, "setPriority", Phase.PERFORM, "thread:tcb", "priority:count");
    static final KernelPoint RUNNABLE = SET_PRIORITY.branch("runnable", "thread:tcb", "state:thread_state");
    static final KernelPoint IS_CURRENT = SET_PRIORITY.branch("current", "thread:tcb");
    static final KernelFunction SET_MC_PRIORITY =
            KernelFunction.of(Scheduler.class, "setMCPriority", Phase.PERFORM, "thread:tcb", "mcp:count");

    private final boolean severalDomains;
    private final int timeSlice;

    public Scheduler(Kernel kernel) {
        super(kernel);
        severalDomains = kernel.config().numDomains() > 1;
        timeSlice = kernel.config().timeSlice();
    }

    /** isRunnable: Running or Restart. */
    public boolean isRunnable(long thread) {
        long state = Tcb.STATE.get(memory, thread);
        return state == ThreadState.RUNNING.number() || state == ThreadState.RESTART.number();
    }

    /** isStopped: not runnable, and not the idle thread. */
    public boolean isStopped(long thread) {
        return !isRunnable(thread) && Tcb.STATE.get(memory, thread) != ThreadState.IDLE.number();
    }

    /**
     * Acts on ksSchedulerAction. A candidate of lower priority than the current thread, or chosen while idle, must be
     * the highest of all; one of equal priority has to queue behind the current thread.
     */
    public void schedule() {
        enter(SCHEDULE);
        long current = globals.curThread();
        long action = globals.schedulerAction();
        if (!check(RESUME_CURRENT, action == KernelGlobals.RESUME_CURRENT_THREAD, current, action)) {
            boolean wasRunnable =
                    check(WAS_RUNNABLE, isRunnable(current), current, Tcb.STATE.get(memory, current));
            if (wasRunnable) {
                kernel.readyQueues().tcbSchedEnqueue(current);
            }
            if (check(CHOOSE_NEW, action == KernelGlobals.CHOOSE_NEW_THREAD, action)) {
                scheduleChooseNewThread();
            } else {
                scheduleCandidate(current, action, wasRunnable);
            }
        }
        globals.setSchedulerAction(KernelGlobals.RESUME_CURRENT_THREAD);
        leave();
    }

    private void scheduleCandidate(long current, long candidate, boolean wasRunnable) {
        long priority = Tcb.PRIORITY.get(memory, current);
        long candidatePriority = Tcb.PRIORITY.get(memory, candidate);
        boolean fastFail = current == globals.idleThread() || candidatePriority < priority;
        if (!check(CANDIDATE_FIRST, !fastFail || isHighestPrio(globals.curDomain(), candidatePriority), candidate,
                candidatePriority, priority)) {
            kernel.readyQueues().tcbSchedEnqueue(candidate);
            globals.setSchedulerAction(KernelGlobals.CHOOSE_NEW_THREAD);
            scheduleChooseNewThread();
        } else if (!check(CANDIDATE_NOT_EQUAL, !wasRunnable || candidatePriority != priority, candidate,
                candidatePriority, wasRunnable ? 1 : 0)) {
            kernel.readyQueues().tcbSchedAppend(candidate);
            globals.setSchedulerAction(KernelGlobals.CHOOSE_NEW_THREAD);
            scheduleChooseNewThread();
        } else {
            switchToThread(candidate);
        }
    }

    /** The current domain goes on while it has time left; else the next one of the schedule begins. */
    private void scheduleChooseNewThread() {
        enter(SCHEDULE_CHOOSE_NEW_THREAD);
        long domainTime = memory.read(KernelGlobals.KS_DOMAIN_TIME);
        if (!check(DOMAIN_TIME_LEFT, domainTime != 0, domainTime)) {
            kernel.domains().prepareNextDomain();
            kernel.domains().nextDomain();
        }
        chooseThread();
        leave();
    }

    /** Switches to the head of the highest non-empty ready queue of the current domain, or to the idle thread. */
    public void chooseThread() {
        enter(CHOOSE_THREAD);
        int domain = severalDomains ? globals.curDomain() : 0;
        long bitmap = kernel.readyQueues().l1Bitmap(domain);
        if (check(THREAD_READY, bitmap != 0, domain, bitmap)) {
            int priority = kernel.readyQueues().getHighestPrio(domain);
            long thread = kernel.readyQueues().head(domain, priority);
            act(THREAD_CHOSEN, thread, priority);
            switchToThread(thread);
        } else {
            switchToIdleThread();
        }
        leave();
    }

    /** Makes a thread current: its address space, its FPU state, and no longer in a ready queue. */
    public void switchToThread(long thread) {
        enter(SWITCH_TO_THREAD, thread);
        kernel.x86Threads().Arch_switchToThread(thread);
        kernel.x86().fpu().lazyFPURestore(thread);
        kernel.readyQueues().tcbSchedDequeue(thread);
        act(CURRENT_THREAD, thread, globals.curThread());
        globals.setCurThread(thread);
        leave();
    }

    /** Nobody is ready: the idle thread waits for an interrupt. */
    public void switchToIdleThread() {
        enter(SWITCH_TO_IDLE_THREAD);
        kernel.x86Threads().Arch_switchToIdleThread();
        globals.setCurThread(globals.idleThread());
        leave();
    }

    /** Readies the current thread for user mode: one that is to restart goes back to its system call instruction. */
    public void activateThread() {
        enter(ACTIVATE_THREAD);
        long thread = globals.curThread();
        long state = Tcb.STATE.get(memory, thread);
        if (!check(IS_RUNNING, state == ThreadState.RUNNING.number(), thread, state)) {
            if (check(IS_RESTART, state == ThreadState.RESTART.number(), thread, state)) {
                long pc = Tcb.register(memory, thread, Register.FAULT_IP);
                Tcb.setRegister(memory, thread, Register.NEXT_IP, pc);
                act(RESTARTED, thread, pc);
                setThreadState(thread, ThreadState.RUNNING);
            } else if (state == ThreadState.IDLE.number()) {
                kernel.x86Threads().Arch_activateIdleThread(thread);
            } else {
                throw halt(ACTIVATE_THREAD, "the current thread is blocked");
            }
        }
        leave();
    }

    /**
     * A thread was woken and may run next. It is not queued yet, as that would be wasted if it is picked; a second
     * candidate within one kernel entry sends both to the ready queues.
     */
    public void possibleSwitchTo(long target) {
        enter(POSSIBLE_SWITCH_TO, target);
        long domain = Tcb.DOMAIN.get(memory, target);
        long action = globals.schedulerAction();
        if (!check(IN_CURRENT_DOMAIN, domain == globals.curDomain(), domain, globals.curDomain())) {
            kernel.readyQueues().tcbSchedEnqueue(target);
        } else if (!check(FIRST_CANDIDATE, action == KernelGlobals.RESUME_CURRENT_THREAD, action)) {
            rescheduleRequired();
            kernel.readyQueues().tcbSchedEnqueue(target);
        } else {
            globals.setSchedulerAction(target);
        }
        leave();
    }

    /** Changes a thread's state and sees to it that a current thread which cannot run any more does not. */
    public void setThreadState(long thread, ThreadState state) {
        enter(SET_THREAD_STATE, thread, state.number());
        Tcb.STATE.set(memory, thread, state.number());
        scheduleTCB(thread);
        leave();
    }

    /** Asks for a new choice if the current thread has just become unable to run. */
    public void scheduleTCB(long thread) {
        enter(SCHEDULE_TCB, thread);
        long action = globals.schedulerAction();
        if (check(CURRENT_CANNOT_RUN, thread == globals.curThread() && action == KernelGlobals.RESUME_CURRENT_THREAD
                && !isRunnable(thread), thread, Tcb.STATE.get(memory, thread), action)) {
            globals.setSchedulerAction(KernelGlobals.CHOOSE_NEW_THREAD);
        }
        leave();
    }

    /** Gives up a candidate, if there is one, for a free choice among all that are ready. */
    public void rescheduleRequired() {
        enter(RESCHEDULE_REQUIRED);
        long action = globals.schedulerAction();
        if (check(CANDIDATE_DROPPED, action != KernelGlobals.RESUME_CURRENT_THREAD
                && action != KernelGlobals.CHOOSE_NEW_THREAD, action)) {
            kernel.readyQueues().tcbSchedEnqueue(action);
        }
        globals.setSchedulerAction(KernelGlobals.CHOOSE_NEW_THREAD);
        leave();
    }

    /** One tick of the timer: a used-up slice sends the thread to the end of its queue, with a new slice. */
    public void timerTick() {
        enter(TIMER_TICK);
        long thread = globals.curThread();
        long state = Tcb.STATE.get(memory, thread);
        if (check(TICK_RUNNING, state == ThreadState.RUNNING.number(), thread, state)) {
            long left = Tcb.TIME_SLICE.get(memory, thread);
            if (check(SLICE_LEFT, Long.compareUnsigned(left, 1) > 0, thread, left)) {
                Tcb.TIME_SLICE.set(memory, thread, left - 1);
            } else {
                Tcb.TIME_SLICE.set(memory, thread, timeSlice);
                kernel.readyQueues().tcbSchedAppend(thread);
                rescheduleRequired();
            }
        }
        if (severalDomains) {
            long domainTime = memory.read(KernelGlobals.KS_DOMAIN_TIME) - 1;
            memory.write(KernelGlobals.KS_DOMAIN_TIME, domainTime);
            if (!check(DOMAIN_GOES_ON, domainTime != 0, domainTime)) {
                rescheduleRequired();
            }
        }
        leave();
    }

    /** Whether no thread in the ready queues of a domain has a higher priority than {@code priority}. */
    public boolean isHighestPrio(int domain, long priority) {
        enter(IS_HIGHEST_PRIO, domain, priority);
        return leave(kernel.readyQueues().l1Bitmap(domain) == 0
                || priority >= kernel.readyQueues().getHighestPrio(domain));
    }

    /** TCB_SetPriority and TCB_SetSchedParams: a ready thread is queued anew under its new priority. */
    public void setPriority(long thread, long priority) {
        enter(SET_PRIORITY, thread, priority);
        kernel.readyQueues().tcbSchedDequeue(thread);
        Tcb.PRIORITY.set(memory, thread, priority);
        if (check(RUNNABLE, isRunnable(thread), thread, Tcb.STATE.get(memory, thread))) {
            if (check(IS_CURRENT, thread == globals.curThread(), thread)) {
                rescheduleRequired();
            } else {
                possibleSwitchTo(thread);
            }
        }
        leave();
    }

    /** TCB_SetMCPriority: the highest priority that this thread may give to a thread. */
    public void setMCPriority(long thread, long mcp) {
        enter(SET_MC_PRIORITY, thread, mcp);
        Tcb.MCP.set(memory, thread, mcp);
        leave();
    }
}
