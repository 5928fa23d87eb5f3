package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.inspect.SlotRow;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the CSpace: a slot with a capability, or empty slots.
 *
 * @param path indexes of the slots passed to get here, slash behind each
 * @param slot address of the (first) slot
 * @param row which slots of its CNode
 * @param value the CPtr's bits resolved as far as this slot; not used where they are unknown
 * @param used how many bits that are; 0 if nobody knows how the CNode is reached
 */
record SlotNode(String path, long slot, SlotRow row, long value, int used) {

    private static final int WORD_BITS = 64;

    /** The outermost rows. */
    static List<SlotNode> roots(MachineImage machine, CSpaceRoot root) {
        if (root.capSlot() == 0) {
            return rows(machine, "", root.cnode(), root.radix(), 0, 0); //$NON-NLS-1$
        }
        return below(machine, "", root.capSlot(), 0, 0); //$NON-NLS-1$
    }

    /** Keys of the rows from the outermost one down to a slot; empty if it is not there. */
    static Optional<List<String>> path(MachineImage machine, CSpaceRoot root, long slot) {
        return path(machine, roots(machine, root), slot, List.of());
    }

    private static Optional<List<String>> path(MachineImage machine, List<SlotNode> rows, long slot,
            List<String> above) {
        for (SlotNode node : rows) {
            List<String> path = new ArrayList<>(above);
            path.add(node.key());
            long last = node.slot() + (long) (node.row().last() - node.row().first()) * Cte.BYTES;
            Optional<List<String>> found = slot >= node.slot() && slot <= last ? Optional.of(path)
                    : node.hasChildren(machine) ? path(machine, node.children(machine), slot, path) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The rows of the CNode whose capability is in this slot. */
    List<SlotNode> children(MachineImage machine) {
        return below(machine, path + row.first() + '/', slot, value, used);
    }

    /** Whether the slot holds a capability to a CNode that CPtrs of 64 bits can still go into. */
    boolean hasChildren(MachineImage machine) {
        return !row.empty() && CapType.of(machine.read(slot)) == CapType.CNODE && used > 0
                && used + bits(machine, slot) <= WORD_BITS;
    }

    private static int bits(MachineImage machine, long capSlot) {
        return (int) (machine.get(CNodeCap.GUARD_SIZE, capSlot) + machine.get(CNodeCap.RADIX, capSlot));
    }

    private static List<SlotNode> below(MachineImage machine, String path, long capSlot, long value, int used) {
        int guardSize = (int) machine.get(CNodeCap.GUARD_SIZE, capSlot);
        int radix = (int) machine.get(CNodeCap.RADIX, capSlot);
        long prefix = value << guardSize | machine.get(CNodeCap.GUARD, capSlot);
        return rows(machine, path, machine.get(CNodeCap.PTR, capSlot), radix, prefix, used + guardSize + radix);
    }

    private static List<SlotNode> rows(MachineImage machine, String path, long cnode, int radix, long prefix,
            int used) {
        List<SlotNode> nodes = new ArrayList<>();
        for (SlotRow row : SlotRow.of(machine, cnode, radix)) {
            nodes.add(new SlotNode(path, cnode + (long) row.first() * Cte.BYTES, row, prefix << radix | row.first(),
                    used));
        }
        return nodes;
    }

    /**
     * The CPtr that leads here from the thread's root: the bits that a system call does not need are zero. Of a CNode
     * on the way, which only CNode operations can name: as many bits as are used.
     */
    long cptr(MachineImage machine) {
        return needsDepth(machine) ? value : value << WORD_BITS - used;
    }

    /** Whether only a CNode operation with a depth of {@link #used} bits can name this slot. */
    boolean needsDepth(MachineImage machine) {
        return used < WORD_BITS && CapType.of(machine.read(slot)) == CapType.CNODE;
    }

    /** Whether a CPtr leads here. */
    boolean hasCptr() {
        return used > 0 && used <= WORD_BITS;
    }

    /** What stays the same from stop to stop. */
    String key() {
        return path + row.first();
    }
}
