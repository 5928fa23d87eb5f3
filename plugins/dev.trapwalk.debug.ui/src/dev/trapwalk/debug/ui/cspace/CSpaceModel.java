package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The slots to be shown at a stop, without any widget.
 *
 * @param root where they begin; empty if the thread has no CSpace
 * @param marks what changed
 * @param roots the outermost rows, or those that match the filter
 * @param caps number of capabilities in the outermost CNode
 * @param walk where the calculator's CPtr leads
 */
record CSpaceModel(Optional<CSpaceRoot> root, ChangeMarks marks, List<SlotNode> roots, long caps,
        Optional<CSpaceWalk> walk) {

    /** Most slots that a filter looks at: a CSpace can contain itself. */
    private static final int SEARCH_LIMIT = 200_000;

    static CSpaceModel of(Optional<CSpaceRoot> root, ChangeMarks marks, String filter, Optional<CSpaceWalk> walk) {
        MachineImage machine = marks.now();
        List<SlotNode> all = root.map(start -> SlotNode.roots(machine, start)).orElse(List.of());
        long caps = all.stream().filter(node -> !node.row().empty()).count();
        return new CSpaceModel(root, marks, filter.isBlank() ? all : search(machine, all, filter), caps, walk);
    }

    private static List<SlotNode> search(MachineImage machine, List<SlotNode> roots, String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        List<SlotNode> open = new ArrayList<>(roots);
        List<SlotNode> found = new ArrayList<>();
        for (int i = 0; i < open.size() && i < SEARCH_LIMIT; i++) {
            SlotNode node = open.get(i);
            if (!node.row().empty()) {
                if ((slotText(machine, node) + ' ' + machine.describe().capIn(node.slot())).toLowerCase(Locale.ROOT)
                        .contains(wanted)) {
                    found.add(node);
                }
                if (node.hasChildren(machine)) {
                    open.addAll(node.children(machine));
                }
            }
        }
        return found;
    }

    MachineImage machine() {
        return marks.now();
    }

    /** As in {@code root[9]  (cptr 0x9)} or {@code root[3..15]}. */
    String slotText(SlotNode node) {
        return slotText(machine(), node);
    }

    private static String slotText(MachineImage machine, SlotNode node) {
        String slot = machine.describe().slot(node.slot());
        if (node.row().last() > node.row().first()) {
            return slot.endsWith("]") ? Messages.bind(Messages.slotRange, //$NON-NLS-1$
                    slot.substring(0, slot.length() - 1), node.row().last()) : slot;
        }
        if (!node.hasCptr() || node.row().empty()) {
            return slot;
        }
        return node.needsDepth(machine) ? Messages.bind(Messages.slotWithDepth, new Object[] {slot,
            Long.toHexString(node.cptr(machine)), node.used()})
                : Messages.bind(Messages.slotWithCptr, slot, Long.toHexString(node.cptr(machine)));
    }

    String capText(SlotNode node) {
        if (!node.row().empty()) {
            return machine().describe().capIn(node.slot());
        }
        int count = node.row().last() - node.row().first() + 1;
        return count == 1 ? Messages.empty : Messages.bind(Messages.emptySlots, count);
    }

    /** Whether another capability is in it; of empty slots: whether one was taken out. */
    ChangeMark mark(SlotNode node) {
        ChangeMark mark = ChangeMark.NONE;
        for (int i = 0; i <= node.row().last() - node.row().first(); i++) {
            ChangeMark one = marks.of(node.slot() + (long) i * Cte.BYTES, 2 * Long.BYTES);
            mark = one.compareTo(mark) > 0 ? one : mark;
            if (mark == ChangeMark.BY_STEP) {
                return mark;
            }
        }
        return mark;
    }
}
