package dev.trapwalk.engine.session.expression;

/** A compiled expression that yields a text. */
@FunctionalInterface
interface TextFn {

    String eval(Env env);
}
