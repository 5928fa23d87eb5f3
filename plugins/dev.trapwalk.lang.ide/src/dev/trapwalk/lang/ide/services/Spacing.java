package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.syntax.Frame.Kind;
import dev.trapwalk.lang.ide.syntax.Role;
import dev.trapwalk.lang.ide.syntax.Syntax;
import dev.trapwalk.lang.ide.syntax.Tokens;

/** Whether a blank belongs between two tokens of one line. */
final class Spacing {

    private Spacing() {
    }

    /** Whether a blank belongs before token {@code i}. */
    static boolean blank(Tokens tokens, Syntax syntax, int i) {
        char before = tokens.sign(i - 1);
        char sign = tokens.sign(i);
        Kind level = syntax.level(i);
        boolean written = tokens.end(i - 1) < tokens.start(i);
        if (sign == ',' || sign == ';' || sign == ')' || sign == ']' || sign == ':' || before == '(' || before == '[') {
            return false;
        }
        if (!written && isWord(tokens, i - 1) && isWord(tokens, i)) {
            // '4k', or the beginning of a number that is still being typed.
            return tokens.is(i, "bits");
        }
        if (level == Kind.PROGRAM || level == Kind.ARGUMENTS) {
            return program(tokens, syntax, i, sign);
        }
        if (sign == '[') {
            return before == ':' || before == ',';
        }
        if (before == '<' || sign == '>' || sign == '/' || before == '/' || isRange(tokens, i)
                || isRange(tokens, i - 1)) {
            return false;
        }
        if (before == ':' && level == Kind.OBJECT_PARAMS && syntax.role(i - 2) == Role.NUMBER
                || sign == '.' || before == '.') {
            // The numbers of a PCI device, bus:dev.fun.
            return false;
        }
        if (syntax.role(i) == Role.VALUE && syntax.role(i - 1) == Role.NUMBER && level == Kind.OBJECT_PARAMS) {
            return !isSize(tokens, i);
        }
        return true;
    }

    private static boolean program(Tokens tokens, Syntax syntax, int i, char sign) {
        if (sign == '(') {
            return syntax.role(i - 1) != Role.FUNCTION;
        }
        if (sign == '[') {
            return false;
        }
        return !isUnary(tokens, i - 1);
    }

    /** Whether token {@code i} is an operator that belongs to what follows it. */
    private static boolean isUnary(Tokens tokens, int i) {
        char sign = tokens.sign(i);
        if (sign == '~' || sign == '!') {
            return true;
        }
        if (sign != '-' && sign != '&' || i == 0) {
            return false;
        }
        char before = tokens.sign(i - 1);
        boolean operand = before == ')' || before == ']' || tokens.kind(i - 1) == Tokens.Kind.NAME
                || tokens.kind(i - 1) == Tokens.Kind.NUMBER;
        return !operand;
    }

    private static boolean isRange(Tokens tokens, int i) {
        return tokens.is(i, "..");
    }

    private static boolean isWord(Tokens tokens, int i) {
        return tokens.kind(i) == Tokens.Kind.NAME || tokens.kind(i) == Tokens.Kind.NUMBER;
    }

    /** {@code 4k} and {@code 2M} are written in one word. */
    private static boolean isSize(Tokens tokens, int i) {
        return tokens.end(i) - tokens.start(i) == 1;
    }
}
