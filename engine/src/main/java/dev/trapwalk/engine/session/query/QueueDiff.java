package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.NamedObject;

/** Compares queues of threads as the lists that they are. */
final class QueueDiff {

    private static final int LIMIT = 1000;

    private final MachineImage before;
    private final MachineImage after;
    private final List<Change> changes;

    QueueDiff(MachineImage before, MachineImage after, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    void compareQueue(NamedObject object, BitField head) {
        compare(Change.Kind.QUEUE, object.name(), "change.queue", object.address() + 8L * head.word(),
                names(before, before.get(head, object.address()), Tcb.EP_NEXT),
                names(after, after.get(head, object.address()), Tcb.EP_NEXT));
    }

    void compareReadyQueues() {
        for (int domain = 0; domain < 256; domain++) {
            if (!after.isPresent(queue(domain, 0)) && !before.isPresent(queue(domain, 0))) {
                continue;
            }
            for (int priority = KernelConfig.NUM_PRIORITIES - 1; priority >= 0; priority--) {
                long queue = queue(domain, priority);
                compare(Change.Kind.READY_QUEUE, (domain == 0 ? "" : domain + "/") + priority, "change.ready", queue,
                        names(before, before.read(queue), Tcb.SCHED_NEXT),
                                names(after, after.read(queue), Tcb.SCHED_NEXT));
            }
        }
    }

    private static long queue(int domain, int priority) {
        return KernelGlobals.KS_READY_QUEUES + 16L * (domain * (long) KernelConfig.NUM_PRIORITIES + priority);
    }

    private static String names(MachineImage machine, long head, BitField next) {
        List<String> names = new ArrayList<>();
        for (long tcb = head; tcb != 0 && names.size() < LIMIT; tcb = machine.get(next, tcb)) {
            names.add(machine.describe().thread(tcb));
        }
        return names.toString();
    }

    private void compare(Change.Kind kind, String subject, String key, long address, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new Change(kind, subject, was, is, address, Messages.get(key, subject, was, is)));
        }
    }
}
