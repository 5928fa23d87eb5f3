package dev.trapwalk.engine.session.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Proposes what can be written at a place in an expression. */
public final class Completion {

    /**
     * A proposal.
     *
     * @param text what to write
     * @param start column, 1-based, of the text that it replaces; the end is where it was asked for
     */
    public record Proposal(String text, int start) {
    }

    private Completion() {
    }

    /** Proposals at {@code offset} characters into a text, which may be unfinished and wrong. */
    public static List<Proposal> propose(Scope scope, String text, int offset) {
        int start = offset;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        String prefix = text.substring(start, offset);
        int column = start + 1;
        return names(scope, text.substring(0, start).stripTrailing()).filter(name -> name.startsWith(prefix)).distinct()
                .map(name -> new Proposal(name, column)).toList();
    }

    private static Stream<String> names(Scope scope, String before) {
        if (before.endsWith(".")) {
            Type owner = typeOfEnd(scope, before.substring(0, before.length() - 1));
            return owner == null ? Stream.empty() : Members.names(owner).stream();
        }
        Type compared = comparedWith(scope, before);
        List<String> names = new ArrayList<>();
        if (compared != null) {
            names.addAll(Constants.names(compared));
        }
        names.addAll(Names.all(scope));
        Functions.NAMES.forEach(name -> names.add(name + "("));
        return names.stream();
    }

    /** Type of what stands in front of a comparison sign at the end, if it has names of its own; else null. */
    private static Type comparedWith(Scope scope, String before) {
        for (String sign : List.of("==", "!=")) {
            if (before.endsWith(sign)) {
                Type type = typeOfEnd(scope, before.substring(0, before.length() - 2));
                return type != null && type.isEnumeration() ? type : null;
            }
        }
        return null;
    }

    /** Type of the longest expression that a text ends with, or null. */
    private static Type typeOfEnd(Scope scope, String text) {
        for (int from = 0; from < text.length(); from++) {
            boolean inWord = from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))
                    && Character.isJavaIdentifierPart(text.charAt(from));
            if (!inWord && (from == 0 || text.charAt(from - 1) != '.')) {
                try {
                    Type type = Parser.parse(scope, text.substring(from)).type();
                    if (type != Type.BOOLEAN || from > 0) {
                        return type;
                    }
                } catch (ExpressionException unfinished) {
                    continue;
                }
            }
        }
        return null;
    }
}
