package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.expression.Compiler;
import dev.trapwalk.engine.session.expression.Expression;
import dev.trapwalk.engine.session.expression.Scope;
import dev.trapwalk.engine.session.expression.Template;

/** A breakpoint's compiled texts; null where it has none. */
record Expressions(Expression condition, Expression ignoreWhile, Template logMessage) {

    static final Expressions NONE = new Expressions(null, null, null);

    static Expressions of(Scope scope, Breakpoint breakpoint) {
        return new Expressions(condition(scope, breakpoint.condition()), condition(scope, breakpoint.ignoreWhile()),
                breakpoint.logMessage().isEmpty() ? null : Compiler.template(scope, breakpoint.logMessage()));
    }

    private static Expression condition(Scope scope, String text) {
        return text.isBlank() ? null : Compiler.condition(scope, text);
    }
}
