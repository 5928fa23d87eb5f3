package dev.trapwalk.engine.session.state;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/**
 * A thread (TCB) at a stop.
 *
 * @param tcb its address: the identity of the thread
 * @param name by the layout, or the address
 * @param current whether it is ksCurThread
 * @param inKernel whether the kernel is working for it now: it has kernel frames
 * @param frames innermost first, the user frame last; never empty
 * @param machine the machine at that stop
 */
public record ThreadSnapshot(long tcb, String name, boolean current, boolean inKernel, List<Frame> frames,
        MachineImage machine) {

    public ThreadSnapshot {
        frames = List.copyOf(frames);
    }

    /** Its scheduler state; empty if the number in its TCB is none of seL4's. */
    public Optional<ThreadState> state() {
        return Optional.ofNullable(ThreadState.of(machine.get(Tcb.STATE, tcb)));
    }

    /** Priority, 0..255. */
    public long priority() {
        return machine.get(Tcb.PRIORITY, tcb);
    }

    /** Scheduling domain. */
    public long domain() {
        return machine.get(Tcb.DOMAIN, tcb);
    }

    /** Name of the endpoint or notification it waits on, or of nothing. */
    public Optional<String> blockedOn() {
        return state().filter(state -> switch (state) {
            case BLOCKED_ON_RECEIVE, BLOCKED_ON_SEND, BLOCKED_ON_NOTIFICATION -> true;
            default -> false;
        }).map(state -> machine.describe().object(machine.get(Tcb.BLOCKING_OBJECT, tcb)));
    }

    /** As in {@code client  Running  prio 100} or {@code server  BlockedOnReceive on ep  prio 100}. */
    public String label() {
        return name + "  " + machine.describe().threadState(machine.get(Tcb.STATE, tcb))
                + blockedOn().map(object -> " on " + object).orElse("") + "  prio " + priority();
    }

    /** Its registers in groups; the live ones only if it is the current thread. */
    public List<RegisterGroup> registers() {
        return Registers.of(machine, tcb, current);
    }
}
