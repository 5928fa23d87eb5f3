package dev.trapwalk.engine.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.object.UntypedCap;

/** What is true of the kernel's memory whenever the kernel is not running; {@link #violations} lists what is not. */
final class KernelInvariants {

    private static final int LONGEST = 10_000;
    private static final int UNIT = 16;

    private final PhysicalMemory memory;
    private final int domains;
    private final Slots slots;
    private final List<String> violations = new ArrayList<>();

    KernelInvariants(PhysicalMemory memory, KernelConfig config, Slots slots) {
        this.memory = memory;
        this.domains = config.numDomains();
        this.slots = slots;
    }

    /** Every invariant that is broken, in words; empty when all hold. */
    List<String> violations() {
        links();
        order();
        Map<Long, Integer> ready = readyQueues();
        threads(ready);
        replies();
        memoryOfObjects();
        return violations;
    }

    /** The MDB is doubly linked, and an empty slot is linked to nothing. */
    private void links() {
        for (long slot : slots.all()) {
            long next = Cte.MDB_NEXT.get(memory, slot);
            long prev = Cte.MDB_PREV.get(memory, slot);
            if (!slots.used().contains(slot)) {
                check(next == 0 && prev == 0, "empty slot %x is linked", slot);
                continue;
            }
            check(next == 0 || Cte.MDB_PREV.get(memory, next) == slot, "next of slot %x does not point back", slot);
            check(prev == 0 || Cte.MDB_NEXT.get(memory, prev) == slot, "previous of slot %x does not point on", slot);
            check(next == 0 || slots.used().contains(next), "slot %x is followed by an empty slot", slot);
        }
    }

    /** What lies in the memory of an untyped capability comes right behind it in the MDB, without gaps. */
    private void order() {
        for (long slot : slots.used()) {
            Cap cap = new Cap().load(memory, slot);
            if (!cap.is(CapType.UNTYPED)) {
                continue;
            }
            boolean inside = true;
            long at = Cte.MDB_NEXT.get(memory, slot);
            for (int i = 0; at != 0 && i < LONGEST; i++, at = Cte.MDB_NEXT.get(memory, at)) {
                Cap other = new Cap().load(memory, at);
                boolean child = isWithin(other, cap) || isCopy(other, cap);
                check(inside || !child, "slot %x lies in the untyped of %x but apart from its children", at, slot);
                inside &= child;
            }
        }
    }

    private static boolean isWithin(Cap child, Cap untyped) {
        long start = Regions.start(child);
        long base = UntypedCap.PTR.get(untyped);
        return start != 0 && !isCopy(child, untyped) && start - base >= 0
                && start - base < 1L << Regions.sizeBits(untyped)
                && Regions.sizeBits(child) <= Regions.sizeBits(untyped);
    }

    private static boolean isCopy(Cap cap, Cap untyped) {
        return cap.is(CapType.UNTYPED) && Regions.start(cap) == Regions.start(untyped)
                && Regions.sizeBits(cap) == Regions.sizeBits(untyped);
    }

    /**
     * Every queue is doubly linked, its members say so, and both bitmaps have exactly the bits of queues with members.
     */
    private Map<Long, Integer> readyQueues() {
        Map<Long, Integer> found = new HashMap<>();
        for (int domain = 0; domain < domains; domain++) {
            long level1 = memory.read(KernelGlobals.KS_READY_QUEUES_L1_BITMAP + 8L * domain);
            for (int word = 0; word < 4; word++) {
                long level2 = memory.read(KernelGlobals.KS_READY_QUEUES_L2_BITMAP + 8L * (domain * 4 + 3 - word));
                check((level1 >>> word & 1) == (level2 == 0 ? 0 : 1), "L1 bit %x differs from its L2 word", word);
                for (int bit = 0; bit < 64; bit++) {
                    boolean queued = readyQueue(domain, word * 64 + bit, found);
                    check(queued == ((level2 >>> bit & 1) != 0), "L2 bit of priority %x differs from its queue",
                            word * 64 + bit);
                }
            }
        }
        return found;
    }

    private boolean readyQueue(int domain, int priority, Map<Long, Integer> found) {
        long queue = KernelGlobals.KS_READY_QUEUES + 16L * (domain * KernelConfig.NUM_PRIORITIES + priority);
        long head = memory.read(queue);
        long before = 0;
        long tcb = head;
        for (int i = 0; tcb != 0 && i < LONGEST; i++) {
            found.merge(tcb, 1, Integer::sum);
            check(Tcb.SCHED_PREV.get(memory, tcb) == before, "ready queue is not doubly linked at %x", tcb);
            check(Tcb.PRIORITY.get(memory, tcb) == priority && Tcb.DOMAIN.get(memory, tcb) == domain,
                    "thread %x is in the queue of another priority or domain", tcb);
            before = tcb;
            tcb = Tcb.SCHED_NEXT.get(memory, tcb);
        }
        check(memory.read(queue + 8) == before, "end of the ready queue of priority %x is wrong", priority);
        return head != 0;
    }

    /** Each thread is in exactly the queues that its state says. */
    private void threads(Map<Long, Integer> ready) {
        long current = memory.read(KernelGlobals.KS_CUR_THREAD);
        Map<Long, Set<Long>> waiting = new HashMap<>();
        for (long tcb : slots.tcbs()) {
            ThreadState state = ThreadState.of(Tcb.STATE.get(memory, tcb));
            if (state == null) {
                check(false, "thread %x has no state", tcb);
                continue;
            }
            int queued = ready.getOrDefault(tcb, 0);
            check(queued == Tcb.QUEUED.get(memory, tcb), "thread %x: tcbQueued differs from the ready queues", tcb);
            switch (state) {
                case RUNNING, RESTART -> check(queued == 1 || tcb == current, "runnable thread %x waits nowhere", tcb);
                case BLOCKED_ON_SEND, BLOCKED_ON_RECEIVE, BLOCKED_ON_NOTIFICATION -> {
                    check(queued == 0 && tcb != current, "blocked thread %x could run", tcb);
                    waiting.computeIfAbsent(Tcb.BLOCKING_OBJECT.get(memory, tcb), key -> new HashSet<>()).add(tcb);
                }
                default -> check(queued == 0 && tcb != current, "thread %x could run but must not", tcb);
            }
        }
        waiting.forEach(this::waitQueue);
    }

    private void waitQueue(long object, Set<Long> members) {
        ThreadState kind = ThreadState.of(Tcb.STATE.get(memory, members.iterator().next()));
        boolean notification = kind == ThreadState.BLOCKED_ON_NOTIFICATION;
        long head = (notification ? Notification.QUEUE_HEAD : Endpoint.QUEUE_HEAD).get(memory, object);
        long tail = (notification ? Notification.QUEUE_TAIL : Endpoint.QUEUE_TAIL).get(memory, object);
        long state = notification ? Notification.STATE.get(memory, object) : Endpoint.STATE.get(memory, object);
        long wanted = notification ? Notification.WAITING
                : kind == ThreadState.BLOCKED_ON_SEND ? Endpoint.SEND : Endpoint.RECV;
        check(state == wanted, "state of object %x differs from what its threads wait for", object);
        Set<Long> found = new HashSet<>();
        long before = 0;
        for (long tcb = head; tcb != 0 && found.size() < LONGEST; tcb = Tcb.EP_NEXT.get(memory, tcb)) {
            check(found.add(tcb), "queue of object %x is a ring", object);
            check(Tcb.EP_PREV.get(memory, tcb) == before, "queue of object %x is not doubly linked", object);
            before = tcb;
        }
        check(tail == before, "tail of the queue of object %x is wrong", object);
        check(found.containsAll(members), "a thread that waits on object %x is not in its queue", object);
    }

    /** A reply capability belongs to a thread that waits for it, right behind that thread's master. */
    private void replies() {
        for (long slot : slots.used()) {
            Cap cap = new Cap().load(memory, slot);
            if (!cap.is(CapType.REPLY)) {
                continue;
            }
            long master = Tcb.slot(ReplyCap.TCB_PTR.get(cap), Tcb.REPLY);
            if (ReplyCap.MASTER.isSet(cap)) {
                check(slot == master, "master reply capability in slot %x is not in its thread", slot);
            } else {
                check(Cte.MDB_PREV.get(memory, slot) == master, "reply capability in slot %x has no master", slot);
                check(Tcb.STATE.get(memory, ReplyCap.TCB_PTR.get(cap)) == ThreadState.BLOCKED_ON_REPLY.number(),
                        "reply capability in slot %x for a thread that does not wait", slot);
            }
        }
    }

    /** Objects lie below the watermark of the untyped memory they are in, and no two share memory. */
    private void memoryOfObjects() {
        List<Cap> objects = new ArrayList<>();
        for (long slot : slots.used()) {
            Cap cap = new Cap().load(memory, slot);
            if (Regions.start(cap) != 0) {
                objects.add(cap);
            }
        }
        for (Cap untyped : objects) {
            if (!untyped.is(CapType.UNTYPED)) {
                continue;
            }
            long free = UntypedCap.PTR.get(untyped) + UntypedCap.FREE_INDEX.get(untyped) * UNIT;
            for (Cap object : objects) {
                check(!isWithin(object, untyped) || Regions.start(object) + (1L << Regions.sizeBits(object)) <= free,
                        "object %x lies above the watermark of its untyped", Regions.start(object));
            }
        }
        Map<Long, Cap> byStart = new HashMap<>();
        for (Cap object : objects) {
            Cap other = object.is(CapType.UNTYPED) ? null : byStart.putIfAbsent(Regions.start(object), object);
            boolean dying = other != null && (other.is(CapType.ZOMBIE) || object.is(CapType.ZOMBIE));
            check(other == null || dying || other.type() == object.type(), "two objects at %x", Regions.start(object));
        }
    }

    private void check(boolean holds, String message, long... values) {
        if (!holds) {
            violations.add(String.format(message, Arrays.stream(values).boxed().toArray()));
        }
    }
}
