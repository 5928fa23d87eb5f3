package dev.trapwalk.lang.program;

import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SlotPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The CPtrs of one thread by name, in the CSpace that the layout gives it. Content assist offers what is held here; a
 * program's names are looked up here.
 */
public final class ThreadNames {
    /** More capabilities than this are not listed; a CSpace of that size is not written by hand. */
    private static final int MOST_ENTRIES = 1 << 18;

    private final CapdlModel model;
    private final ObjectRef thread;
    private final List<CSpaces.Entry> entries;
    private final Map<ObjectRef, List<CSpaces.Entry>> byTarget = new HashMap<>();

    public ThreadNames(CapdlModel model, ObjectRef thread) {
        this.model = model;
        this.thread = thread;
        this.entries = new CSpaces(model).entries(thread, MOST_ENTRIES);
        for (CSpaces.Entry entry : entries) {
            if (entry.target() != null) {
                byTarget.computeIfAbsent(entry.target(), key -> new java.util.ArrayList<>(1)).add(entry);
            }
        }
    }

    /** The layout. */
    CapdlModel model() {
        return model;
    }

    /** The TCB. */
    public ObjectRef thread() {
        return thread;
    }

    /** Everything the thread can address. */
    public List<CSpaces.Entry> entries() {
        return entries;
    }

    /** The capabilities to {@code object}. */
    public List<CSpaces.Entry> to(ObjectRef object) {
        return byTarget.getOrDefault(object, List.of());
    }

    /** The capability in slot {@code slot} of CNode {@code node}, or null when the thread cannot address it. */
    public CSpaces.Entry at(ObjectRef node, long slot) {
        for (CSpaces.Entry entry : entries) {
            if (entry.slot() == slot && entry.node().equals(node)) {
                return entry;
            }
        }
        return null;
    }

    /** The capability that is named {@code name} in the caps section, or null when the thread cannot address it. */
    public CSpaces.Entry named(String name) {
        CapName capName = model.capName(name);
        if (capName == null || capName.places().isEmpty()) {
            return null;
        }
        SlotPlace place = capName.places().get(0);
        return place.decl() == null ? null : at(new ObjectRef(place.decl(), place.low()), place.slot());
    }

    /** The object called {@code name}, with an index for an element of an array; null when there is none. */
    public ObjectRef object(String name, long index) {
        ObjectDecl decl = model.object(name);
        boolean exists = decl != null
                && (decl.isArray() ? index >= 0 && index < decl.count() : index == ObjectDecl.SCALAR);
        return exists ? new ObjectRef(decl, index) : null;
    }

    /** The CNode that is the root of the thread's CSpace, or null. */
    public ObjectRef root() {
        var root = new CSpaces(model).root(thread);
        return root != null && root.targets(ObjectType.CNODE) ? root.targets().get(-root.slot()) : null;
    }

    /** How a program picks one of several capabilities. */
    public static String pick(CSpaces.Entry entry) {
        return "cptr(" + entry.node() + ", " + entry.slot() + ")";
    }

    /** The capabilities of a list, for a message. */
    static String describe(List<CSpaces.Entry> entries) {
        return entries.stream().limit(4)
                .map(entry -> pick(entry) + " " + Rights.toString(entry.run().attributes().rights())
                        + (entry.run().attributes().badge() == null ? "" : " badge " + entry.run().attributes().badge()))
                .collect(Collectors.joining(", ")) + (entries.size() > 4 ? ", ..." : "");
    }
}
