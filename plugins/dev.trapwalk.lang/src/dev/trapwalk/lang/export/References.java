package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSpan;
import java.util.stream.Collectors;

/** Names of objects in capDL: {@code e}, {@code f[3]}, {@code f[0..3]}. */
final class References {

    private References() {
    }

    /** All objects of a span with one name. */
    static String text(ObjectSpan span) {
        if (span.first() == ObjectDecl.SCALAR) {
            return span.decl().name();
        }
        return span.decl().name() + (span.count() == 1 ? "[" + span.first() + "]"
                : "[" + span.first() + ".." + (span.first() + span.step() * (span.count() - 1)) + "]");
    }

    /** Objects {@code low} to {@code high} of a declaration. */
    static String text(ObjectDecl decl, long low, long high) {
        if (!decl.isArray()) {
            return decl.name();
        }
        return decl.name() + (low == high ? "[" + low + "]" : "[" + low + ".." + high + "]");
    }

    /** A reference as it is written, without blanks. */
    static String text(NameRef ref) {
        if (!ref.isIndexed()) {
            return ref.getName();
        }
        return ref.getName() + ref.getRanges().stream()
                .map(range -> (range.getFrom() == null ? "" : range.getFrom().toString())
                        + (range.isOpen() ? ".." : "") + (range.getTo() == null ? "" : range.getTo().toString()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
