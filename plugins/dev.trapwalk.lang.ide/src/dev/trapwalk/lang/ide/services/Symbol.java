package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A name in a text: what it names, and where else it stands.
 *
 * @param kind what it names
 * @param name the name
 * @param token index of the token
 * @param scope first and last token between which the name means this; the whole text except for variables
 */
record Symbol(Kind kind, String name, int token, Scope scope) {

    /** What names can name. Objects and capabilities have name spaces of their own. */
    enum Kind {
        OBJECT(Role.OBJECT_DECLARATION, Role.OBJECT), CAP(Role.CAP_DECLARATION, Role.CAP),
        VARIABLE(Role.VARIABLE_DECLARATION, Role.VARIABLE), FUNCTION(Role.FUNCTION), TYPE(Role.TYPE),
        PARAMETER(Role.PARAMETER), SLOT(Role.SLOT), RIGHTS(Role.RIGHTS), ARCH(Role.ARCH), CONSTANT(Role.CONSTANT),
        KEYWORD(Role.KEYWORD), SLOT_NUMBER(Role.SLOT_NUMBER);

        private final Role[] roles;

        Kind(Role... roles) {
            this.roles = roles;
        }

        /** Whether a person chose the name. */
        boolean isNamed() {
            return this == OBJECT || this == CAP || this == VARIABLE;
        }

        private static Kind of(Role role) {
            for (Kind kind : values()) {
                for (Role each : kind.roles) {
                    if (each == role) {
                        return kind;
                    }
                }
            }
            return null;
        }
    }

    /** Tokens {@code first} to {@code last}, both included. */
    record Scope(int first, int last) {
    }

    /** The symbol at a position, or null. */
    static Symbol at(AnalysedDocument document, Position position) {
        return at(document.text(), document.text().offset(position));
    }

    static Symbol at(TextSnapshot text, int offset) {
        int token = text.tokens().at(offset);
        Kind kind = token < 0 ? null : Kind.of(text.syntax().role(token));
        if (kind == null) {
            return null;
        }
        if (kind == Kind.VARIABLE) {
            String name = variable(text.tokens().text(token));
            // Fields have names that nobody chose.
            return offset > text.tokens().start(token) + name.length() ? null
                    : new Symbol(kind, name, token, program(text, token));
        }
        return new Symbol(kind, text.tokens().text(token), token, new Scope(0, text.tokens().size() - 1));
    }

    /** The tokens that name the same, in order. */
    List<Integer> occurrences(TextSnapshot text) {
        if (kind != Kind.VARIABLE) {
            return text.syntax().find(name, kind.roles);
        }
        return IntStream.rangeClosed(scope.first(), scope.last())
                .filter(i -> Kind.of(text.syntax().role(i)) == Kind.VARIABLE)
                .filter(i -> variable(text.tokens().text(i)).equals(name)).boxed().toList();
    }

    /** Where the name stands in token {@code i}, one of its occurrences: without a field behind it. */
    Range range(TextSnapshot text, int i) {
        return text.range(text.tokens().start(i), name.length());
    }

    private static String variable(String token) {
        int dot = token.indexOf('.');
        return dot < 0 ? token : token.substring(0, dot);
    }

    /** Whether token {@code i} is where the name is declared. */
    static boolean isDeclaration(TextSnapshot text, int i) {
        Role role = text.syntax().role(i);
        return role == Role.OBJECT_DECLARATION || role == Role.CAP_DECLARATION || role == Role.VARIABLE_DECLARATION;
    }

    private static Scope program(TextSnapshot text, int token) {
        int first = token;
        while (first > 0 && !(text.tokens().is(first, "program") && text.syntax().role(first) == Role.KEYWORD)) {
            first--;
        }
        int last = token;
        while (last + 1 < text.tokens().size() && text.syntax().role(last + 1) != Role.KEYWORD) {
            last++;
        }
        return new Scope(first, last);
    }
}
