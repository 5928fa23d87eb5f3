package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * Which thread names a slot by which CPtr: the way back of a CSpace lookup.
 *
 * @param thread TCB whose CSpace the slot is in
 * @param cptr the CPtr; the bits that it does not need are zero
 * @param depth number of its bits that count: 64, as for a system call; less for a CNode on the way, which only CNode
 *        operations with that depth can name
 */
public record Reach(long thread, long cptr, int depth) {

    private static final int WORD_BITS = 64;
    /** A CNode can be reached over and over through itself; who looks is not interested in more than this. */
    private static final int MOST_WAYS = 64;

    /** A CNode on the way, and the bits that lead to it. */
    private record Way(long capSlot, long value, int used) {
    }

    /** All ways to some slots, the threads in order of address, the shortest CPtr of each first. */
    public static Map<Long, List<Reach>> to(Census census, List<Long> slots) {
        NavigableMap<Long, List<Reach>> found = new TreeMap<>();
        slots.forEach(slot -> found.put(slot, new ArrayList<>()));
        for (long thread : census.threads()) {
            List<Way> ways = new ArrayList<>(List.of(new Way(Tcb.slot(thread, Tcb.CTABLE), 0, 0)));
            for (int i = 0; i < ways.size() && i < MOST_WAYS; i++) {
                follow(census, thread, ways.get(i), ways, found);
            }
        }
        return found;
    }

    private static void follow(Census census, long thread, Way way, List<Way> ways,
            NavigableMap<Long, List<Reach>> found) {
        MachineImage machine = census.machine();
        long capSlot = way.capSlot();
        if (CapType.of(machine.read(capSlot)) != CapType.CNODE) {
            return;
        }
        int guardSize = (int) machine.get(CNodeCap.GUARD_SIZE, capSlot);
        int radix = (int) machine.get(CNodeCap.RADIX, capSlot);
        long cnode = machine.get(CNodeCap.PTR, capSlot);
        int used = way.used() + guardSize + radix;
        if (used > WORD_BITS || guardSize + radix == 0) {
            return;
        }
        long prefix = (way.value() << guardSize | machine.get(CNodeCap.GUARD, capSlot)) << radix;
        found.subMap(cnode, true, cnode + ((long) Cte.BYTES << radix), false).forEach((slot, reaches) -> {
            if (reaches.isEmpty() || reaches.get(reaches.size() - 1).thread() != thread) {
                reaches.add(of(machine, thread, slot, prefix | index(cnode, slot), used));
            }
        });
        if (used < WORD_BITS) {
            census.cnodesIn(cnode).forEach(slot -> ways.add(new Way(slot, prefix | index(cnode, slot), used)));
        }
    }

    private static Reach of(MachineImage machine, long thread, long slot, long value, int used) {
        boolean passed = used < WORD_BITS && CapType.of(machine.read(slot)) == CapType.CNODE;
        return passed ? new Reach(thread, value, used) : new Reach(thread, value << WORD_BITS - used, WORD_BITS);
    }

    /** As in {@code 0x9}, or {@code 0x3 depth 4}. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(cptr) + (depth == WORD_BITS ? "" : " depth " + depth);
    }

    private static long index(long cnode, long slot) {
        return (slot - cnode) / Cte.BYTES;
    }
}
