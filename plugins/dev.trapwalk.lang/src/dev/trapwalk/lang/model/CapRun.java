package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.Mapping;
import java.util.List;

/**
 * Capabilities in consecutive slots, made by one mapping: usually one capability to one object, with {@code f[]} one per
 * element.
 */
public final class CapRun {
    private final long slot;
    private final long count;
    private final ObjectSpan targets;
    private final PseudoTarget pseudo;
    private final Mapping source;
    private final CapAttributes written;
    private final CapAttributes attributes;
    private final boolean positional;
    private final List<CapParam> params;

    private CapRun(long slot, long count, ObjectSpan targets, PseudoTarget pseudo, Mapping source,
            CapAttributes written, CapAttributes attributes, boolean positional, List<CapParam> params) {
        this.slot = slot;
        this.count = count;
        this.targets = targets;
        this.pseudo = pseudo;
        this.source = source;
        this.written = written;
        this.attributes = attributes;
        this.positional = positional;
        this.params = params;
    }

    /** Capabilities to objects. */
    public static CapRun to(long slot, ObjectSpan targets, Mapping source, CapAttributes written, boolean positional) {
        return new CapRun(slot, targets.count(), targets, null, source, written, written, positional,
                source.getParams());
    }

    /** A capability without an object. */
    public static CapRun pseudo(long slot, PseudoTarget target, Mapping source, CapAttributes written,
            boolean positional) {
        return new CapRun(slot, 1, null, target, source, written, written, positional,
                source.getParams());
    }

    /** A capability to something unknown: it fills its slot and that is all that is known. */
    public static CapRun unknown(long slot, Mapping source, CapAttributes written, boolean positional) {
        return new CapRun(slot, 1, null, null, source, written, written, positional,
                source.getParams());
    }

    /** Copies of {@code length} capabilities of {@code original} from its {@code offset}th on; the mask applies. */
    public static CapRun copy(long slot, CapRun original, long offset, long length, Mapping source,
            CapAttributes written) {
        ObjectSpan targets = original.targets == null ? null : original.targets.slice(offset, length);
        return new CapRun(slot, length, targets, original.pseudo, source, written,
                original.attributes.masked(written.mask()), false, original.params);
    }

    /** First slot. */
    public long slot() {
        return slot;
    }

    /** Number of slots. */
    public long count() {
        return count;
    }

    /** Last slot. */
    public long lastSlot() {
        return slot + count - 1;
    }

    /** What the capabilities designate, or null: a pseudo target, or something unknown. */
    public ObjectSpan targets() {
        return targets;
    }

    /** Declaration of the target, or null. */
    public ObjectDecl target() {
        return targets == null ? null : targets.decl();
    }

    /** Whether it designates an object of {@code type}. */
    public boolean targets(ObjectType type) {
        return targets != null && targets.decl().type() == type;
    }

    /** The authority without an object, or null. */
    public PseudoTarget pseudo() {
        return pseudo;
    }

    /** Where it is written. */
    public Mapping source() {
        return source;
    }

    /** Parameters as written at this place. */
    public CapAttributes written() {
        return written;
    }

    /** Parameters that count: of a copy, those of its source with the mask applied. */
    public CapAttributes attributes() {
        return attributes;
    }

    /** The parameters that count, as they are written: of a copy, those of its original. */
    public List<CapParam> params() {
        return params;
    }

    /** Whether it is a copy, {@code <name>}. */
    public boolean isCopy() {
        return source.isCopy();
    }

    /** Whether its slot number follows from its place in the list. */
    public boolean isPositional() {
        return positional;
    }
}
