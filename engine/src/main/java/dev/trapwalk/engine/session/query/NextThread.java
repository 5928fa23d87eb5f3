package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * Who runs when the kernel is left now, and why (schedule; manual, chapter "Threads and Execution", Scheduling).
 *
 * @param thread TCB that runs next; the idle thread's if no other can; 0 if the next domain decides
 * @param rule why it
 * @param ready the ready threads of the current domain, highest priority first, in the order of their queues
 * @param text in words, one line for the rule and one a ready queue
 */
public record NextThread(long thread, Rule rule, List<Long> ready, List<String> text) {

    /** Why a thread runs next. */
    public enum Rule {
        /** Nothing asked for another thread. */
        CURRENT_GOES_ON,
        /** The kernel means to switch to it, and no thread of higher priority is ready. */
        CANDIDATE,
        /** The kernel meant to switch to another one, but a ready thread has a higher priority. */
        CANDIDATE_TOO_LOW,
        /** The kernel meant to switch to one of equal priority, but the current thread can still run and goes first. */
        CANDIDATE_NOT_HIGHER,
        /** The first of the highest ready queue. */
        HIGHEST_READY,
        /** No thread of the current domain is ready. */
        NONE_READY,
        /** The current domain's time is up. */
        DOMAIN_OVER
    }

    public NextThread {
        ready = List.copyOf(ready);
        text = List.copyOf(text);
    }

    /** By the machine as it is now. */
    public static NextThread of(MachineImage machine) {
        long current = machine.read(KernelGlobals.KS_CUR_THREAD);
        long action = machine.read(KernelGlobals.KS_SCHEDULER_ACTION);
        List<Long> ready = ready(machine);
        boolean runnable = isRunnable(machine, current);
        if (action == KernelGlobals.RESUME_CURRENT_THREAD) {
            return answer(machine, current, Rule.CURRENT_GOES_ON, ready);
        }
        if (action == KernelGlobals.CHOOSE_NEW_THREAD) {
            return choose(machine, ready, runnable ? current : 0, 0, null);
        }
        long priority = machine.get(Tcb.PRIORITY, current);
        long candidate = machine.get(Tcb.PRIORITY, action);
        boolean lower = current == KernelGlobals.IDLE_TCB || candidate < priority;
        long highest = ready.isEmpty() ? -1 : machine.get(Tcb.PRIORITY, ready.get(0));
        highest = runnable ? Math.max(highest, priority) : highest;
        if (lower && candidate < highest) {
            return choose(machine, ready, runnable ? current : 0, action, Rule.CANDIDATE_TOO_LOW);
        }
        if (runnable && candidate == priority) {
            return choose(machine, ready, current, 0, Rule.CANDIDATE_NOT_HIGHER);
        }
        return answer(machine, action, Rule.CANDIDATE, ready);
    }

    /** The first of the highest queue once {@code first} was put at the head of its own, if it is not 0. */
    private static NextThread choose(MachineImage machine, List<Long> ready, long first, long second, Rule why) {
        if (machine.read(KernelGlobals.KS_DOMAIN_TIME) == 0) {
            return answer(machine, 0, Rule.DOMAIN_OVER, ready);
        }
        List<Long> candidates = new ArrayList<>();
        for (long tcb : new long[] {second, first}) {
            if (tcb != 0 && !machine.isSet(Tcb.QUEUED, tcb)) {
                candidates.add(tcb);
            }
        }
        candidates.addAll(ready);
        long best = candidates.stream().reduce((a, b) ->
                machine.get(Tcb.PRIORITY, b) > machine.get(Tcb.PRIORITY, a) ? b : a).orElse(KernelGlobals.IDLE_TCB);
        return answer(machine, best, best == KernelGlobals.IDLE_TCB ? Rule.NONE_READY
                : why == null ? Rule.HIGHEST_READY : why, ready);
    }

    private static boolean isRunnable(MachineImage machine, long tcb) {
        ThreadState state = ThreadState.of(machine.get(Tcb.STATE, tcb));
        return state == ThreadState.RUNNING || state == ThreadState.RESTART;
    }

    private static List<Long> ready(MachineImage machine) {
        List<Long> ready = new ArrayList<>();
        long domain = machine.read(KernelGlobals.KS_CUR_DOMAIN);
        for (int priority = KernelConfig.NUM_PRIORITIES - 1; priority >= 0; priority--) {
            long queue = KernelGlobals.KS_READY_QUEUES + 16 * (domain * KernelConfig.NUM_PRIORITIES + priority);
            for (long tcb = machine.read(queue); tcb != 0; tcb = machine.get(Tcb.SCHED_NEXT, tcb)) {
                ready.add(tcb);
            }
        }
        return ready;
    }

    private static NextThread answer(MachineImage machine, long thread, Rule rule, List<Long> ready) {
        Describer describe = machine.describe();
        List<String> text = new ArrayList<>();
        text.add(Messages.get("next." + rule, thread == 0 ? "" : describe.thread(thread),
                thread == 0 ? 0 : machine.get(Tcb.PRIORITY, thread), machine.read(KernelGlobals.KS_CUR_DOMAIN)));
        for (long tcb : ready) {
            text.add(Messages.get("next.ready", machine.get(Tcb.PRIORITY, tcb), describe.thread(tcb)));
        }
        return new NextThread(thread, rule, ready, text);
    }
}
