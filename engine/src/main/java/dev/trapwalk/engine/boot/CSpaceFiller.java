package dev.trapwalk.engine.boot;

import java.util.HashMap;
import java.util.Map;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.SyscallError;

/**
 * Puts capabilities into the CNodes of a layout, in the layout's order.
 *
 * <p>The first full capability to an object that has no parent becomes the original: it is moved, so that capabilities
 * derived from it can be revoked through it and, once all are gone, the object dies. The root task keeps the
 * originals of CNodes, which it needs to reach the slots. All other capabilities are copied or minted from their
 * parent.
 */
final class CSpaceFiller {

    private final Loader loader;
    private final Map<String, CapSpec.SlotRef> moved = new HashMap<>();

    CSpaceFiller(Loader loader) {
        this.loader = loader;
    }

    /** Fills all CNodes. */
    void fillAll() {
        for (CapSpec cap : loader.layout.caps()) {
            ObjectSpec container = loader.objects.get(cap.container());
            if (container != null && container.type() == ObjectType.CNODE) {
                put(container, cap);
            }
        }
    }

    private void put(ObjectSpec container, CapSpec cap) {
        if (cap.slot() < 0 || cap.slot() >= 1L << container.sizeBits()) {
            throw new BootException(cap.source(), "not_a_cnode_slot", container.name(), 1L << container.sizeBits(),
                    cap.slot());
        }
        CapSpec.SlotRef from = cap.parent() != null ? cap.parent() : moved.get(cap.target());
        ObjectSpec target = loader.objects.get(cap.target());
        boolean guarded = target != null && target.type() == ObjectType.CNODE;
        long data = guarded ? cap.guard() << 6 | cap.guardSize() : cap.badge();
        boolean plain = data == 0;
        int dest = loader.slot(container.name(), cap.source());
        long[] root;
        long index;
        long depth;
        boolean move = false;
        if (from == null) {
            root = new long[] {RootSlots.CNODE};
            index = loader.slot(cap.target(), cap.source());
            depth = RootTask.DEPTH;
            move = plain && isOriginal(cap, target);
        } else {
            ObjectSpec source = loader.object(from.container(), cap.source());
            root = new long[] {loader.slot(from.container(), cap.source())};
            index = from.slot();
            depth = source.sizeBits();
        }
        InvocationLabel label = move ? InvocationLabel.CNODE_MOVE
                : plain ? InvocationLabel.CNODE_COPY : InvocationLabel.CNODE_MINT;
        // Move reads neither rights nor data, Copy no data: words too many are ignored
        SyscallError error = loader.root.call(dest, label, root, cap.slot(), container.sizeBits(), index, depth,
                cap.rights(), data);
        Loader.check(cap.source(), container.name() + "[" + cap.slot() + "] = " + cap.target(), error);
        if (move) {
            moved.put(cap.target(), new CapSpec.SlotRef(container.name(), cap.slot()));
        }
    }

    /** Whether the capability is the object's own: control capabilities and untyped memory cannot be copied at all. */
    private static boolean isOriginal(CapSpec cap, ObjectSpec target) {
        if (target == null) {
            return cap.target().equals("irq_control") || cap.target().equals("io_port_control");
        }
        return switch (target.type()) {
            case CNODE -> false;
            case ENDPOINT -> cap.rights() == Rights.ALL;
            case NOTIFICATION -> (cap.rights() & 3) == 3;
            case PAGE_4K, LARGE_PAGE, HUGE_PAGE -> (cap.rights() & 3) == 3;
            default -> true;
        };
    }
}
