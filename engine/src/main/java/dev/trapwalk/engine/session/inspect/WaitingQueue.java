package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * An endpoint or a notification on which threads wait, or a notification whose signal nobody has taken yet.
 *
 * @param object the endpoint or notification
 * @param name by the layout, or its address
 * @param state its state number, see {@link Endpoint} and {@link Notification}
 * @param badge of a notification the signalled badges; 0 for an endpoint
 * @param threads TCBs, the one that is served first first
 */
public record WaitingQueue(CapObject object, String name, int state, long badge, List<Long> threads) {

    private static final int MOST = 10_000;

    public WaitingQueue {
        threads = List.copyOf(threads);
    }

    static WaitingQueue of(MachineImage machine, KernelObject object) {
        long base = object.what().id();
        boolean endpoint = object.what().type() == CapType.ENDPOINT;
        List<Long> threads = new ArrayList<>();
        int state = (int) machine.get(endpoint ? Endpoint.STATE : Notification.STATE, base);
        long head = endpoint ? machine.get(Endpoint.QUEUE_HEAD, base)
                : state == Notification.WAITING ? machine.get(Notification.QUEUE_HEAD, base) : 0;
        for (long tcb = head; tcb != 0 && threads.size() < MOST; tcb = machine.get(Tcb.EP_NEXT, tcb)) {
            threads.add(tcb);
        }
        return new WaitingQueue(object.what(), object.name(), state,
                endpoint ? 0 : machine.get(Notification.MSG_IDENTIFIER, base), threads);
    }

    /** Whether there is anything to see: waiting threads, or a signal. */
    boolean isBusy() {
        return !threads.isEmpty() || object.type() == CapType.NOTIFICATION && state == Notification.ACTIVE;
    }
}
