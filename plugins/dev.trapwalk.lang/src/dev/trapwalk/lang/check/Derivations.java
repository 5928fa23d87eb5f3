package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CdtEdge;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** E16: derivations that cannot be: two parents, cycles, empty slots, parents of another object or with fewer rights. */
final class Derivations implements Check {
    /** Arrays of children beyond this are only looked at as a whole. */
    private static final long MOST_SINGLE = 1 << 12;

    private record Slot(String container, long index, long slot) {
    }

    @Override
    public String id() {
        return "E16";
    }

    @Override
    public void check(CheckContext context) {
        Map<Slot, Slot> parents = new HashMap<>();
        Set<Slot> children = new HashSet<>();
        for (CdtEdge edge : context.model().cdt()) {
            if (edge.child().total() <= MOST_SINGLE) {
                twoParents(context, edge, parents, children);
            }
            CapRun child = at(context, edge, edge.child());
            CapRun parent = at(context, edge, edge.parent());
            if (child != null && parent != null) {
                compare(context, edge, child, parent);
            }
        }
        for (CdtEdge edge : context.model().cdt()) {
            cycle(context, edge, parents);
        }
    }

    private static Slot slot(SlotPlace place, long index, long n) {
        return new Slot(place.container(), place.low() + index, place.slot() + n);
    }

    /** What counts is what the tool takes for the child's slot; where that is another one, E22 says so. */
    private static void twoParents(CheckContext context, CdtEdge edge, Map<Slot, Slot> parents, Set<Slot> children) {
        Slot parent = slot(edge.parent(), 0, 0);
        for (long index = 0; index <= edge.child().high() - edge.child().low(); index++) {
            for (long n = 0; n < edge.child().count(); n++) {
                Slot old = parents.putIfAbsent(slot(edge.child(), index, n), parent);
                boolean refused = !children.add(
                        new Slot(edge.child().container(), edge.child().low() + index, edge.toolSlot() + n));
                if (refused || old != null) {
                    report(context, edge, old, refused);
                    return;
                }
            }
        }
    }

    private static void report(CheckContext context, CdtEdge edge, Slot old, boolean refused) {
        if (old == null) {
            context.enter("E26");
            context.report(Severity.WARNING, context.node(edge.source(), null), Fix.NONE, "E26.countedTwice",
                    edge.toolSlot());
            context.enter("E16");
        } else {
            context.report(refused ? Severity.ERROR : Severity.WARNING, context.node(edge.source(), null), Fix.NONE,
                    "E16.twoParents", edge.child(), "(" + old.container() + ", " + old.slot() + ")", edge.parent());
        }
    }

    private static CapRun at(CheckContext context, CdtEdge edge, SlotPlace place) {
        if (place.decl() == null) {
            context.warning(edge.source(), null, "E16.unknown", place.container());
            return null;
        }
        Container container = context.model().container(new ObjectRef(place.decl(), place.low()));
        CapRun run = container == null ? null : container.at(place.slot());
        if (run == null) {
            context.warning(edge.source(), null, "E16.empty", place);
        }
        return run;
    }

    private static void compare(CheckContext context, CdtEdge edge, CapRun child, CapRun parent) {
        int more = child.attributes().rights() & ~parent.attributes().rights();
        if (child.target() != parent.target() || child.pseudo() != parent.pseudo()) {
            // Objects are derived from the untyped they were made of, and interrupts from irq_control.
            boolean made = parent.targets(dev.trapwalk.lang.model.ObjectType.UT) || parent.pseudo() != null;
            if (!made && child.target() != null && parent.target() != null) {
                context.warning(edge.source(), null, "E16.otherObject", edge.child(), child.target().name(),
                        edge.parent(), parent.target().name());
            }
        } else if (more != 0) {
            context.warning(edge.source(), null, "E16.rights", edge.child(), Rights.toString(more), edge.parent());
        } else if (parent.attributes().badge() != null && parent.attributes().badge().signum() != 0) {
            context.warning(edge.source(), null, "E16.badge", edge.parent(), parent.attributes().badge());
        }
    }

    private static void cycle(CheckContext context, CdtEdge edge, Map<Slot, Slot> parents) {
        Slot start = slot(edge.child(), 0, 0);
        Set<Slot> path = new HashSet<>();
        for (Slot slot = start; slot != null && path.size() <= MOST_SINGLE; slot = parents.get(slot)) {
            if (!path.add(slot)) {
                if (slot.equals(start)) {
                    context.warning(edge.source(), null, "E16.cycle", edge.child());
                }
                return;
            }
        }
    }
}
