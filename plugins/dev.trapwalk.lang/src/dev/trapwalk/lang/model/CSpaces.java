package dev.trapwalk.lang.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * CPtrs: walks the CSpace of a thread the way the kernel resolves an address, guard and radix by guard and radix (seL4
 * manual, "CSpace addressing"; kernel function {@code resolveAddressBits}), and lists what is found at its leaves.
 */
public final class CSpaces {
    /** A layout whose CNodes hold each other would go on for ever; a word has no room for more levels. */
    private static final int MOST_LEVELS = 64;

    /**
     * A capability as one thread addresses it.
     *
     * @param cptr the address as {@code seL4_Call} takes it: all bits of a word, unused low bits 0
     * @param bits how many bits were resolved when the slot was found: the depth to give to CNode invocations
     * @param container the CNode that holds it
     * @param node which of the container's elements
     * @param slot its slot
     * @param run the capability
     * @param target the object it designates, or null
     */
    public record Entry(long cptr, int bits, Container container, ObjectRef node, long slot, CapRun run,
            ObjectRef target) {

        /** The address for invocations that take index and depth: the resolved bits alone. */
        public long index(int wordBits) {
            return bits == 0 ? 0 : cptr >>> (wordBits - bits);
        }
    }

    /**
     * A CNode as it is entered over one capability.
     *
     * @param object the CNode
     * @param container what it holds, or null when nothing is said about it
     * @param prefix the bits of a CPtr that lead here, this CNode's guard included, in their places in a word
     * @param bits how many bits are resolved when one of its slots is found
     * @param wordBits bits of a word
     */
    public record Node(ObjectRef object, Container container, long prefix, int bits, int wordBits) {

        /** The address of a slot, unused low bits 0. */
        public long cptr(long slot) {
            return prefix | shift(slot, wordBits - bits);
        }

        /** What it holds, by slot. */
        public List<CapRun> runs() {
            return container == null ? List.of() : container.runs();
        }

        /** Number of its slots. */
        public long slots() {
            return 1L << Math.min(62, object.decl().bits());
        }
    }

    private final CapdlModel model;
    private final int wordBits;

    public CSpaces(CapdlModel model) {
        this.model = model;
        this.wordBits = model.arch().wordBits();
    }

    /** The capability in a TCB's cspace slot, or null. */
    public CapRun root(ObjectRef tcb) {
        Container slots = model.container(tcb);
        return slots == null ? null : slots.at(SymbolicSlot.CSPACE);
    }

    /** All capabilities that {@code tcb} can address, CNodes on the way included, at most {@code limit}. */
    public List<Entry> entries(ObjectRef tcb, int limit) {
        return find(tcb, entry -> true, limit);
    }

    /** The addresses under which {@code tcb} holds capabilities to {@code object}, shortest walks first. */
    public List<Entry> to(ObjectRef tcb, ObjectRef object) {
        return find(tcb, entry -> object.equals(entry.target()), Integer.MAX_VALUE);
    }

    /** The capabilities that {@code tcb} can address and that fit. */
    public List<Entry> find(ObjectRef tcb, Predicate<Entry> wanted, int limit) {
        List<Entry> found = new ArrayList<>();
        CapRun root = root(tcb);
        walk(rootNode(tcb), wanted, limit, found, new HashSet<>());
        return found;
    }

    /** The root CNode of a thread, or null when it has none that could be walked. */
    public Node rootNode(ObjectRef tcb) {
        CapRun root = root(tcb);
        return root == null || !root.targets(ObjectType.CNODE) ? null
                : enter(root, root.targets().get(SymbolicSlot.CSPACE.number() - root.slot()), 0, 0);
    }

    /** A CNode for itself: no thread leads to it, so its slots' addresses mean nothing. */
    public Node alone(ObjectRef node) {
        return new Node(node, model.container(node), 0, Math.max(0, node.decl().bits()), wordBits);
    }

    /**
     * Goes through a CNode capability.
     *
     * @param prefix the address of the slot where that capability lies
     * @param used bits that are resolved there
     * @return null when the kernel could not go on there: no slots, or more bits than a word has
     */
    public Node enter(CapRun cap, ObjectRef node, long prefix, int used) {
        int guardBits = bits(cap.attributes().guardSize());
        int radix = node.decl().bits();
        int bits = used + guardBits + radix;
        if (radix <= 0 || bits > wordBits || bits == used) {
            return null;
        }
        long guarded = guardBits == 0 ? prefix
                : prefix | shift(guard(cap.attributes()), wordBits - used - guardBits);
        return new Node(node, model.container(node), guarded, bits, wordBits);
    }

    private void walk(Node node, Predicate<Entry> wanted, int limit, List<Entry> found, Set<ObjectRef> path) {
        if (node == null || path.size() > MOST_LEVELS || !path.add(node.object())) {
            return;
        }
        List<Entry> nodes = new ArrayList<>();
        for (CapRun run : node.runs()) {
            for (long slot = run.slot(); slot <= run.lastSlot() && found.size() < limit; slot++) {
                if (slot >= node.slots()) {
                    break;
                }
                ObjectRef target = run.targets() == null ? null : run.targets().get(slot - run.slot());
                Entry entry = new Entry(node.cptr(slot), node.bits(), node.container(), node.object(), slot, run,
                        target);
                if (wanted.test(entry)) {
                    found.add(entry);
                }
                if (run.targets(ObjectType.CNODE) && node.bits() < wordBits) {
                    nodes.add(entry);
                }
            }
        }
        for (Entry entry : nodes) {
            walk(enter(entry.run(), entry.target(), entry.cptr(), node.bits()), wanted, limit, found, path);
        }
        path.remove(node.object());
    }

    /**
     * Resolves {@code cptr} to {@code depth} bits as the kernel does.
     *
     * @return the slot that is found, or null when a guard does not match, a slot is empty on the way or bits are left over
     */
    public Entry resolve(ObjectRef tcb, long cptr, int depth) {
        CapRun cap = root(tcb);
        ObjectRef node = cap != null && cap.targets(ObjectType.CNODE)
                ? cap.targets().get(SymbolicSlot.CSPACE.number() - cap.slot()) : null;
        int used = 0;
        Entry entry = null;
        while (node != null && used < depth) {
            int guardBits = bits(cap.attributes().guardSize());
            int radix = Math.max(node.decl().bits(), 0);
            if (guardBits + radix == 0 || used + guardBits + radix > depth
                    || guardBits > 0 && field(cptr, used, guardBits, depth) != guard(cap.attributes())) {
                return null;
            }
            long slot = field(cptr, used + guardBits, radix, depth);
            Container container = model.container(node);
            cap = container == null ? null : container.at(slot);
            if (cap == null) {
                return null;
            }
            used += guardBits + radix;
            ObjectRef target = cap.targets() == null ? null : cap.targets().get(slot - cap.slot());
            entry = new Entry(shift(cptr, wordBits - depth), used, container, node, slot, cap, target);
            node = cap.targets(ObjectType.CNODE) ? target : null;
        }
        return used == depth || entry != null && node == null ? entry : null;
    }

    private long field(long cptr, int from, int bits, int depth) {
        return bits == 0 ? 0 : shift(shift(cptr, wordBits - depth), from + 64 - wordBits) >>> (64 - bits);
    }

    private static long shift(long value, int by) {
        return by >= 64 ? 0 : value << by;
    }

    private static long guard(CapAttributes attributes) {
        return attributes.guard() == null ? 0 : Numbers.word(attributes.guard());
    }

    private static int bits(BigInteger size) {
        return size == null ? 0 : size.min(BigInteger.valueOf(1000)).intValue();
    }
}
