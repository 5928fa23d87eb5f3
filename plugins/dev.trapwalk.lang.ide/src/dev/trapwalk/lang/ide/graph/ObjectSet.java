package dev.trapwalk.lang.ide.graph;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of objects, as ranges of elements of their declarations. Ranges are half open, so that neighbours join. */
final class ObjectSet {
    private final Map<ObjectDecl, RangeSet<Long>> ranges = new LinkedHashMap<>();

    /** Adds elements {@code low} to {@code high}; returns those that are new. */
    List<Range<Long>> add(ObjectDecl decl, long low, long high) {
        RangeSet<Long> present = ranges.computeIfAbsent(decl, key -> TreeRangeSet.create());
        Range<Long> added = Range.closedOpen(low, high + 1);
        List<Range<Long>> news = new ArrayList<>(present.complement().subRangeSet(added).asRanges());
        present.add(added);
        return news;
    }

    /** Adds all elements of a declaration. */
    void addAll(ObjectDecl decl) {
        if (decl.count() > 0) {
            add(decl, first(decl), last(decl));
        }
    }

    Set<ObjectDecl> decls() {
        return ranges.keySet();
    }

    boolean contains(ObjectDecl decl) {
        return ranges.containsKey(decl);
    }

    /** The part of this set that lies within {@code low} to {@code high}. */
    List<Range<Long>> within(ObjectDecl decl, long low, long high) {
        RangeSet<Long> present = ranges.get(decl);
        return present == null ? List.of()
                : new ArrayList<>(present.subRangeSet(Range.closedOpen(low, high + 1)).asRanges());
    }

    /** All ranges of a declaration. */
    List<Range<Long>> of(ObjectDecl decl) {
        return within(decl, first(decl), last(decl));
    }

    static long first(ObjectDecl decl) {
        return decl.isArray() ? 0 : ObjectDecl.SCALAR;
    }

    static long last(ObjectDecl decl) {
        // The end of a half-open range must not overflow.
        return decl.isArray() ? Math.min(decl.count(), Long.MAX_VALUE) - 1 : ObjectDecl.SCALAR;
    }
}
