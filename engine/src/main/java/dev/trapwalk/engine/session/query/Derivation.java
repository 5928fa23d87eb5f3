package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * Where a capability came from and what came from it (the mapping database; manual, chapter "Capability Spaces"). The
 * tree is not stored in the kernel: it follows from the order of the list and from isMDBParentOf, and that very kernel
 * function is asked here, over copies of the slots.
 *
 * @param slot the capability asked for
 * @param ancestors its parent first, the root of its tree last
 * @param tree the nearest ancestor that stands for the same object (or the capability itself), with all its descendants
 * @param text the tree in words, one line a capability, indented by depth; the one asked for is marked
 */
public record Derivation(long slot, List<Long> ancestors, Node tree, List<String> text) {

    /** A capability with those derived from it. */
    public record Node(long slot, List<Node> children) {

        public Node {
            children = List.copyOf(children);
        }
    }

    private static final int LIMIT = 100_000;

    public Derivation {
        ancestors = List.copyOf(ancestors);
        text = List.copyOf(text);
    }

    /** The derivation of the capability in a slot; empty if the slot holds none. */
    public static Optional<Derivation> of(MachineImage machine, long slot) {
        if (CapType.of(machine.read(slot)) == CapType.NULL) {
            return Optional.empty();
        }
        Search search = new Search(machine);
        List<Long> ancestors = search.ancestors(slot);
        long root = slot;
        for (long ancestor : ancestors) {
            if (CapType.of(machine.read(ancestor)) == CapType.of(machine.read(slot))) {
                root = ancestor;
            }
        }
        Node tree = search.tree(root);
        List<String> text = new ArrayList<>();
        describe(machine, tree, slot, 0, text);
        return Optional.of(new Derivation(slot, ancestors, tree, text));
    }

    private static void describe(MachineImage machine, Node node, long asked, int depth, List<String> text) {
        text.add("  ".repeat(depth) + (node.slot() == asked ? "* " : "- ") + machine.describe().slot(node.slot()) + "  "
                + machine.describe().capIn(node.slot()));
        node.children().forEach(child -> describe(machine, child, asked, depth + 1, text));
    }

    /** Walks the list with a kernel over a memory that holds copies of the slots seen. */
    private static final class Search {

        private final MachineImage machine;
        private final PhysicalMemory copies;
        private final Kernel kernel;

        Search(MachineImage machine) {
            this.machine = machine;
            this.copies = new PhysicalMemory(machine.memory().registerFile() - PhysicalMemory.PPTR_BASE);
            this.kernel = new Kernel(copies, KernelConfig.REFERENCE);
        }

        List<Long> ancestors(long slot) {
            List<Long> ancestors = new ArrayList<>();
            long child = slot;
            int steps = 0;
            for (long at = previous(slot); at != 0 && steps++ < LIMIT; at = previous(at)) {
                if (isParent(at, child)) {
                    ancestors.add(at);
                    child = at;
                }
            }
            return ancestors;
        }

        Node tree(long root) {
            List<Long> descendants = new ArrayList<>();
            for (long at = next(root); at != 0 && descendants.size() < LIMIT && isParent(root, at); at = next(at)) {
                descendants.add(at);
            }
            return new Node(root, children(root, descendants));
        }

        private List<Node> children(long parent, List<Long> descendants) {
            List<Node> children = new ArrayList<>();
            for (int i = 0; i < descendants.size(); ) {
                int end = i + 1;
                while (end < descendants.size() && isParent(descendants.get(i), descendants.get(end))) {
                    end++;
                }
                children.add(new Node(descendants.get(i), children(descendants.get(i),
                        descendants.subList(i + 1, end))));
                i = end;
            }
            return children;
        }

        private long previous(long slot) {
            return machine.get(Cte.MDB_PREV, slot);
        }

        private long next(long slot) {
            return machine.get(Cte.MDB_NEXT, slot);
        }

        private boolean isParent(long a, long b) {
            copy(a);
            copy(b);
            return kernel.derivation().isMDBParentOf(a, b);
        }

        private void copy(long slot) {
            for (int at = 0; at < Cte.BYTES; at += 8) {
                copies.write(slot + at, machine.read(slot + at));
            }
        }
    }
}
