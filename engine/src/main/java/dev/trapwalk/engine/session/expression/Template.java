package dev.trapwalk.engine.session.expression;

import java.util.List;

/** A text with expressions in braces, as in {@code cap {text(cap)} of {current}}; a doubled brace stands for itself. */
public final class Template {

    private final List<TextFn> parts;

    Template(List<TextFn> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The text with its expressions' values. */
    public String text(Env env) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.eval(env)));
        return text.toString();
    }
}
