package dev.trapwalk.debug.ui.derivation;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.Reach;
import dev.trapwalk.engine.session.query.Derivation;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The derivation of one capability and all that stand for the same object, without any widget.
 *
 * @param census all capabilities
 * @param marks what changed
 * @param slot the capability asked for; 0 if there is none to show
 * @param roots two headings: where it comes from, and who holds one
 * @param open keys of the rows to be expanded so that the capability can be seen
 */
record DerivationModel(Census census, ChangeMarks marks, long slot, List<CapRow> roots, List<String> open) {

    private static final String TREE = "tree"; //$NON-NLS-1$
    private static final String HOLDERS = "holders"; //$NON-NLS-1$
    /** Most capabilities of which is told who reaches them. */
    private static final int MOST_REACHED = 4000;

    /** Nothing is asked for, or the slot is empty. */
    static DerivationModel none(Census census, ChangeMarks marks, long slot) {
        return new DerivationModel(census, marks, slot, List.of(), List.of());
    }

    /** @param last the model shown before, taken over as far as nothing changed; may be null */
    static DerivationModel of(Census census, ChangeMarks marks, long slot, DerivationModel last) {
        if (last != null && last.slot == slot && census.hasSameCapabilities(last.census)) {
            return new DerivationModel(census, marks, slot, last.roots, last.open);
        }
        Optional<Derivation> derivation = slot == 0 ? Optional.empty() : Derivation.of(census.machine(), slot);
        return derivation.map(found -> new Builder(census, found).build(marks)).orElseGet(
                () -> none(census, marks, slot));
    }

    MachineImage machine() {
        return census.machine();
    }

    /** Whether there is a capability to show. */
    boolean isPresent() {
        return !roots.isEmpty();
    }

    CapType type(CapRow row) {
        return CapType.of(machine().read(row.slot()));
    }

    private static final class Builder {

        private final Census census;
        private final Derivation derivation;
        private final Describer describe;
        private final Map<Long, List<Reach>> reach;

        Builder(Census census, Derivation derivation) {
            this.census = census;
            this.derivation = derivation;
            this.describe = census.machine().describe();
            List<Long> slots = new ArrayList<>(census.like(derivation.slot()));
            collect(derivation.tree(), slots);
            this.reach = Reach.to(census, slots.stream().distinct().limit(MOST_REACHED).toList());
        }

        private static void collect(Derivation.Node node, List<Long> slots) {
            slots.add(node.slot());
            node.children().forEach(child -> collect(child, slots));
        }

        DerivationModel build(ChangeMarks marks) {
            CapRow row = row(derivation.tree());
            List<String> open = new ArrayList<>(List.of(TREE, HOLDERS));
            int top = derivation.ancestors().indexOf(derivation.tree().slot());
            for (long ancestor : derivation.ancestors()) {
                open.add(TREE + ancestor);
                if (derivation.ancestors().indexOf(ancestor) > top) {
                    row = CapRow.cap(TREE + ancestor, ancestor, reached(ancestor), List.of(row));
                }
            }
            open.add(TREE + derivation.slot());
            String of = Messages.bind(Messages.treeOf, describe.slot(derivation.slot()),
                    describe.capIn(derivation.slot()));
            CapRow tree = CapRow.heading(TREE, Messages.tree, of, List.of(row));
            List<CapRow> threads = threads(open);
            CapRow holders = CapRow.heading(HOLDERS, Messages.holders, Messages.bind(Messages.holdersOf,
                    census.like(derivation.slot()).size(), object()), threads);
            return new DerivationModel(census, marks, derivation.slot(), List.of(tree, holders), open);
        }

        private String object() {
            String cap = describe.capIn(derivation.slot());
            int end = cap.indexOf("  "); //$NON-NLS-1$
            return end < 0 ? cap : cap.substring(0, end);
        }

        private CapRow row(Derivation.Node node) {
            return CapRow.cap(TREE + node.slot(), node.slot(), reached(node.slot()),
                    node.children().stream().map(this::row).toList());
        }

        private String reached(long slot) {
            return reach.getOrDefault(slot, List.of()).stream().map(way -> Messages.bind(Messages.reached,
                    describe.thread(way.thread()), way)).collect(Collectors.joining(", ")); //$NON-NLS-1$
        }

        private List<CapRow> threads(List<String> open) {
            Map<String, List<Long>> byThread = new LinkedHashMap<>();
            for (long slot : census.like(derivation.slot())) {
                List<Reach> ways = reach.getOrDefault(slot, List.of());
                if (ways.isEmpty()) {
                    byThread.computeIfAbsent("", key -> new ArrayList<>()).add(slot); //$NON-NLS-1$
                }
                ways.forEach(way -> byThread.computeIfAbsent(describe.thread(way.thread()),
                        key -> new ArrayList<>()).add(slot));
            }
            List<CapRow> rows = new ArrayList<>();
            byThread.forEach((name, slots) -> {
                String key = HOLDERS + '/' + name;
                open.add(key);
                rows.add(CapRow.heading(key, name.isEmpty() ? Messages.inNoCSpace : name, "", //$NON-NLS-1$
                        slots.stream().map(slot -> CapRow.cap(key + slot, slot, reached(slot), List.of())).toList()));
            });
            return rows;
        }
    }
}
