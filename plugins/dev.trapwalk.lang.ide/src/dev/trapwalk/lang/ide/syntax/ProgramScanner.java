package dev.trapwalk.lang.ide.syntax;

import java.util.HashSet;
import java.util.Set;

/** The roles of names in the program of a thread. */
final class ProgramScanner {
    private final Tokens tokens;
    private final Role[] roles;
    private final Set<String> variables = new HashSet<>();
    private int body = -1;

    ProgramScanner(Tokens tokens, Role[] roles) {
        this.tokens = tokens;
        this.roles = roles;
    }

    void name(int i, Frame frame) {
        Frame program = frame;
        while (program.kind != Frame.Kind.PROGRAM) {
            program = program.outer;
        }
        if (program.opener != body) {
            body = program.opener;
            variables.clear();
        }
        roles[i] = role(i, frame);
    }

    private Role role(int i, Frame frame) {
        if (tokens.sign(i + 1) == '(') {
            return Role.FUNCTION;
        }
        boolean statement = frame.kind == Frame.Kind.PROGRAM;
        if (statement && i + 1 < tokens.size() && tokens.kind(i + 1) == Tokens.Kind.NAME) {
            return Role.C_TYPE;
        }
        if (statement && i > 0 && roles[i - 1] == Role.C_TYPE) {
            variables.add(tokens.text(i));
            return Role.VARIABLE_DECLARATION;
        }
        if (variables.contains(tokens.text(i)) || isField(tokens.text(i))) {
            return Role.VARIABLE;
        }
        if (!statement && tokens.sign(i + 1) == '=') {
            return Role.PARAMETER;
        }
        String text = tokens.text(i);
        if (text.equals("mr") && tokens.sign(i + 1) == '[' || text.equals("badge") || text.equals("error")) {
            // What a program has without declaring it.
            return Role.CONSTANT;
        }
        return text.startsWith("seL4_") || text.indexOf('_') > 0 && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                ? Role.CONSTANT : Role.OBJECT;
    }

    /** Whether {@code name} is {@code variable.field}: the lexer makes one name of it. */
    private boolean isField(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && variables.contains(name.substring(0, dot));
    }
}
