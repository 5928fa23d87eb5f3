package dev.trapwalk.engine.invariants;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.ZombieCap;

/** Finds every slot and every TCB that can be reached from some slots by following capabilities and MDB links. */
final class Slots {

    private static final int ZOMBIE_TCB = 64;

    private final PhysicalMemory memory;
    private final Set<Long> all = new LinkedHashSet<>();
    private final Set<Long> used = new LinkedHashSet<>();
    private final Set<Long> tcbs = new LinkedHashSet<>();
    private final Deque<Long> pending = new ArrayDeque<>();

    Slots(PhysicalMemory memory) {
        this.memory = memory;
    }

    /** Adds {@code count} slots from an address on, and all that they lead to. */
    void add(long first, int count) {
        for (int i = 0; i < count; i++) {
            visit(first + (long) i * Cte.BYTES);
        }
        while (!pending.isEmpty()) {
            follow(pending.poll());
        }
    }

    /** Slots that hold a capability. */
    Set<Long> used() {
        return used;
    }

    /** All slots found. */
    Set<Long> all() {
        return all;
    }

    /** TCBs found, as TCB pointers. */
    Set<Long> tcbs() {
        return tcbs;
    }

    private void visit(long slot) {
        if (slot != 0 && all.add(slot)) {
            pending.add(slot);
        }
    }

    private void follow(long slot) {
        Cap cap = new Cap().load(memory, slot);
        if (cap.isNull()) {
            return;
        }
        used.add(slot);
        visit(Cte.MDB_NEXT.get(memory, slot));
        visit(Cte.MDB_PREV.get(memory, slot));
        if (cap.is(CapType.CNODE)) {
            visitRange(CNodeCap.PTR.get(cap), 1 << CNodeCap.RADIX.get(cap));
        } else if (cap.is(CapType.THREAD)) {
            tcb(ThreadCap.PTR.get(cap));
        } else if (cap.is(CapType.ZOMBIE)) {
            long type = ZombieCap.TYPE.get(cap);
            long bits = type == ZOMBIE_TCB ? 4 : type;
            long mask = (1L << bits + 1) - 1;
            visitRange(ZombieCap.ID.get(cap) & ~mask, (int) (ZombieCap.ID.get(cap) & mask));
        }
    }

    private void tcb(long tcb) {
        if (tcbs.add(tcb)) {
            visitRange(Tcb.slot(tcb, 0), Tcb.SLOTS);
        }
    }

    private void visitRange(long first, int count) {
        if (count <= 1 << 12) {
            for (int i = 0; i < count; i++) {
                visit(first + (long) i * Cte.BYTES);
            }
        }
    }
}
