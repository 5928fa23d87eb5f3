package dev.trapwalk.lang.ide.graph;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.List;
import java.util.stream.Collectors;

/** What stands on the arrows, and all of it in a tooltip. */
final class EdgeTexts {
    private static final int MOST_LINES = 12;

    private EdgeTexts() {
    }

    /** {@code [1] RWG 0x11}, {@code cspace}, {@code 12 caps RW}. */
    static String label(List<Holder> holders, long count, int rights) {
        if (holders.stream().allMatch(EdgeTexts::isTable)) {
            // The address that an entry maps says more than its number, and is in the table of address spaces.
            return count == 1 ? "" : Messages.format("graph.entries", count);
        }
        if (holders.size() == 1) {
            return join(slots(holders.get(0)), parameters(holders.get(0).run()));
        }
        boolean thread = holders.stream().allMatch(holder -> holder.container().decl().is(ObjectType.TCB));
        if (thread && holders.size() <= 2) {
            return holders.stream().map(EdgeTexts::slots).distinct().collect(Collectors.joining(", "));
        }
        return join(Messages.format("graph.caps", count), rights == 0 ? "" : Rights.toString(rights));
    }

    private static boolean isTable(Holder holder) {
        return holder.container().decl().type().isPageTable() && !holder.run().targets(ObjectType.FRAME);
    }

    /** Every capability in a line of its own, the first few of many. */
    static String lines(List<Holder> holders) {
        String lines = holders.stream().limit(MOST_LINES).map(EdgeTexts::line).collect(Collectors.joining("\n"));
        return holders.size() <= MOST_LINES ? lines
                : lines + "\n" + Messages.format("graph.more", holders.size() - MOST_LINES);
    }

    private static String line(Holder holder) {
        CapRun run = holder.run();
        String target = run.targets() == null ? run.pseudo() == null ? "?" : run.pseudo().keyword()
                : name(run.target(), run.targets().low(), run.targets().high());
        return name(holder.container().decl(), holder.container().low(), holder.container().high())
                + (holder.container().decl().is(ObjectType.TCB) ? "." : "") + join(slots(holder), target
                + "  " + parameters(run)).stripTrailing();
    }

    private static String name(ObjectDecl decl, long low, long high) {
        return decl.display(low) + (low == high ? "" : ".." + decl.display(high));
    }

    private static String slots(Holder holder) {
        CapRun run = holder.run();
        if (holder.container().decl().is(ObjectType.TCB) && run.slot() < SymbolicSlot.values().length) {
            return SymbolicSlot.values()[(int) run.slot()].keyword();
        }
        return "[" + run.slot() + (run.count() == 1 ? "" : ".." + run.lastSlot()) + "]";
    }

    private static String parameters(CapRun run) {
        CapAttributes attributes = run.attributes();
        String rights = attributes.rights() == 0 ? "" : Rights.toString(attributes.rights());
        String badge = attributes.badge() == null ? "" : "badge 0x" + attributes.badge().toString(16);
        return join(rights, badge);
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
    }
}
