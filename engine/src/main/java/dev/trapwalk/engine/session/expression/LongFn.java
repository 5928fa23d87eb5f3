package dev.trapwalk.engine.session.expression;

/** A compiled expression that yields a word. */
@FunctionalInterface
interface LongFn {

    long eval(Env env);
}
