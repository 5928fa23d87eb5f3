package dev.trapwalk.lang.ide.graph;

import com.google.common.collect.Range;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that may be shown as one node, and what appears when that node is taken apart: never more than {@link #FAN}
 * others. Arrays are taken apart by ranges of their index, so that their size does not matter.
 */
final class Fold {
    static final int FAN = 40;

    /** What holds the objects together. */
    enum Kind {
        /** One declaration, or some elements of an array. */
        OBJECTS,
        /** Several of one type that are alike. */
        GROUP,
        /** Some neighbours of a group that is too large to be shown at once. */
        PART,
        /** The root of an address space with its page tables and frames. */
        SPACE
    }

    private final String id;
    private final Kind kind;
    private final ObjectDecl decl;
    private final List<Range<Long>> ranges;
    private final List<Fold> members;

    private Fold(String id, Kind kind, ObjectDecl decl, List<Range<Long>> ranges, List<Fold> members) {
        this.id = id;
        this.kind = kind;
        this.decl = decl;
        this.ranges = ranges;
        this.members = members;
    }

    /** All that is selected of one declaration. */
    static Fold of(ObjectDecl decl, List<Range<Long>> ranges) {
        return new Fold("object:" + decl.name(), Kind.OBJECTS, decl, ranges, List.of());
    }

    private static Fold range(ObjectDecl decl, long low, long end) {
        return new Fold("object:" + decl.name() + "[" + low + (end - low == 1 ? "" : ".." + (end - 1)) + "]",
                Kind.OBJECTS, decl, List.of(Range.closedOpen(low, end)), List.of());
    }

    /** Several as one. The first comes first in the file. */
    static Fold group(Kind kind, List<Fold> members) {
        Fold first = members.get(0);
        String prefix = kind == Kind.PART ? "part" + members.size() + ":" : kind == Kind.SPACE ? "space:" : "alike:";
        return new Fold(prefix + first.id, kind, first.decl, List.of(), members);
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** The first object's declaration. */
    ObjectDecl decl() {
        return decl;
    }

    ObjectType type() {
        return decl.type();
    }

    boolean isThread() {
        return decl.is(ObjectType.TCB);
    }

    List<Fold> members() {
        return members;
    }

    List<Range<Long>> ranges() {
        return ranges;
    }

    long count() {
        long count = 0;
        for (Range<Long> range : ranges) {
            count = Numbers.add(count, range.upperEndpoint() - range.lowerEndpoint());
        }
        for (Fold member : members) {
            count = Numbers.add(count, member.count());
        }
        return count;
    }

    /** Number of address spaces in it. */
    int spaces() {
        return kind == Kind.SPACE ? 1 : members.stream().mapToInt(Fold::spaces).sum();
    }

    boolean isExpandable() {
        return !members.isEmpty() || count() > 1;
    }

    /** Everything in it that stands for one declaration. */
    void leaves(List<Fold> into) {
        if (kind == Kind.OBJECTS) {
            into.add(this);
        }
        members.forEach(member -> member.leaves(into));
    }

    /** The first declaration in it. */
    Fold first() {
        return members.isEmpty() ? this : members.get(0).first();
    }

    /** The last declaration in it; of an address space its root. */
    Fold last() {
        return members.isEmpty() ? this
                : kind == Kind.SPACE ? first() : members.get(members.size() - 1).last();
    }

    /** What is shown in its place when it is taken apart. */
    List<Fold> parts() {
        return kind == Kind.OBJECTS ? elements() : parts(members);
    }

    private static List<Fold> parts(List<Fold> all) {
        int step = 1;
        while ((all.size() + step - 1) / step > FAN) {
            step *= FAN;
        }
        if (step == 1) {
            return all;
        }
        List<Fold> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += step) {
            List<Fold> some = all.subList(from, Math.min(from + step, all.size()));
            parts.add(some.size() == 1 ? some.get(0) : group(Kind.PART, some));
        }
        return parts;
    }

    private List<Fold> elements() {
        long total = count();
        long step = 1;
        while (total / step > FAN) {
            step *= FAN;
        }
        List<Fold> parts = new ArrayList<>();
        for (Range<Long> range : ranges) {
            for (long low = range.lowerEndpoint(); low < range.upperEndpoint(); low += step) {
                parts.add(range(decl, low, Math.min(low + step, range.upperEndpoint())));
            }
        }
        return parts(parts);
    }
}
