package dev.trapwalk.lang.ide.tables;

import dev.trapwalk.lang.ide.services.Messages;
import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.ide.graph.Selection;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The slots of a thread's CSpace: its root CNode's, and below each CNode capability the slots of that CNode, with the
 * CPtr and the depth under which the thread finds them. A CNode that no thread has is a table without CPtrs.
 */
public final class CSpaceTable implements LayoutTable {

    @Override
    public List<String> columns() {
        return List.of(Messages.format("table.slot"), Messages.format("table.cptr"), Messages.format("table.depth"),
                Messages.format("table.capability"), Messages.format("table.rights"),
                Messages.format("table.badge"));
    }

    @Override
    public List<String> subjects(CapdlModel model) {
        return Subjects.of(model, SymbolicSlot.CSPACE, decl -> decl.is(ObjectType.CNODE) && !decl.isIrqNode());
    }

    @Override
    public String subject(CapdlModel model, ModelPlace place, String current) {
        Subjects.ModelObject wanted = new Subjects.ModelObject(place.object());
        List<String> subjects = subjects(model);
        String named = Subjects.named(subjects, wanted, current);
        if (named != null || !place.object().decl().is(ObjectType.CNODE)) {
            return named;
        }
        // A CNode below a root: the thread whose CSpace leads to it.
        if (current != null && isIn(model, place.object().decl(), current)) {
            return current;
        }
        return subjects.stream().filter(subject -> isIn(model, place.object().decl(), subject)).findFirst()
                .orElse(null);
    }

    private static boolean isIn(CapdlModel model, ObjectDecl node, String subject) {
        ObjectRef thread = Selection.object(model, subject).orElse(null);
        ObjectRef root = Subjects.root(model, subject, SymbolicSlot.CSPACE);
        return root != null && (root.decl() == node || thread != null && thread.decl().is(ObjectType.TCB)
                && !new CSpaces(model).find(thread, entry -> entry.run().target() == node, 1).isEmpty());
    }

    @Override
    public List<LayoutRow> rows(CapdlModel model, String subject) {
        List<LayoutRow> rows = new ArrayList<>();
        ObjectRef object = Selection.object(model, subject).orElse(null);
        CSpaces spaces = new CSpaces(model);
        if (object != null && object.decl().is(ObjectType.TCB)) {
            CSpaces.Node root = spaces.rootNode(object);
            if (root != null) {
                new Walk(spaces, true, rows).node(root, "");
            }
        } else if (object != null && object.decl().is(ObjectType.CNODE)) {
            new Walk(spaces, false, rows).node(spaces.alone(object), "");
        }
        return rows;
    }

    /** Goes through the CNodes of one CSpace. */
    private record Walk(CSpaces spaces, boolean addressed, List<LayoutRow> rows, Set<ObjectRef> path) {

        Walk(CSpaces spaces, boolean addressed, List<LayoutRow> rows) {
            this(spaces, addressed, rows, new HashSet<>());
        }

        void node(CSpaces.Node node, String indent) {
            if (node == null || !path.add(node.object())) {
                return;
            }
            long next = 0;
            for (CapRun run : node.runs()) {
                if (rows.size() >= MOST_ROWS || run.slot() >= node.slots()) {
                    break;
                }
                gap(node, indent, next, run.slot() - 1);
                run(node, indent, run);
                next = Math.max(next, run.lastSlot() + 1);
            }
            gap(node, indent, next, node.slots() - 1);
            path.remove(node.object());
        }

        private void run(CSpaces.Node node, String indent, CapRun run) {
            if (!run.targets(ObjectType.CNODE)) {
                rows.add(row(node, indent, run, run.slot(), run.lastSlot()));
                return;
            }
            for (long slot = run.slot(); slot <= run.lastSlot() && rows.size() < MOST_ROWS; slot++) {
                rows.add(row(node, indent, run, slot, slot));
                if (addressed) {
                    node(spaces.enter(run, run.targets().get(slot - run.slot()), node.cptr(slot), node.bits()),
                            indent + "    ");
                }
            }
        }

        private void gap(CSpaces.Node node, String indent, long first, long last) {
            if (first <= last) {
                rows.add(new LayoutRow(List.of(slots(node, indent, first, last), cptrs(node, first, last), depth(node),
                        Messages.format("table.empty", last - first + 1), "", ""), null, null));
            }
        }

        private LayoutRow row(CSpaces.Node node, String indent, CapRun run, long first, long last) {
            CapAttributes attributes = run.attributes();
            return new LayoutRow(List.of(slots(node, indent, first, last), cptrs(node, first, last), depth(node),
                    target(run, first, last), attributes.rights() == 0 ? "" : Rights.toString(attributes.rights()),
                    badge(attributes)), node.object(), run);
        }

        private String slots(CSpaces.Node node, String indent, long first, long last) {
            return indent + node.object() + "[" + first + (first == last ? "" : ".." + last) + "]";
        }

        private String cptrs(CSpaces.Node node, long first, long last) {
            return !addressed ? "" : hex(node.cptr(first)) + (first == last ? "" : " .. " + hex(node.cptr(last)));
        }

        private String depth(CSpaces.Node node) {
            return addressed ? Integer.toString(node.bits()) : "";
        }

        private static String target(CapRun run, long first, long last) {
            if (run.targets() == null) {
                return run.pseudo() == null ? "?" : run.pseudo().keyword();
            }
            String type = run.target().type() == null ? "?" : run.target().type().keyword();
            ObjectRef from = run.targets().get(first - run.slot());
            ObjectRef to = run.targets().get(last - run.slot());
            return type + " " + from + (from.equals(to) ? "" : " .. " + to);
        }

        private static String badge(CapAttributes attributes) {
            List<String> parts = new ArrayList<>();
            if (attributes.badge() != null) {
                parts.add(Messages.format("table.badgeOf", "0x" + attributes.badge().toString(16)));
            }
            if (attributes.guardSize() != null && attributes.guardSize().signum() > 0) {
                parts.add(Messages.format("table.guardOf",
                        attributes.guard() == null ? "0" : "0x" + attributes.guard().toString(16),
                        attributes.guardSize()));
            }
            return String.join(", ", parts);
        }

        private static String hex(long word) {
            return "0x" + Long.toHexString(word);
        }
    }
}
