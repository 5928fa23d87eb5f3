package dev.trapwalk.engine.session.expression;

/** A compiled expression: may be evaluated any number of times, changes nothing. */
public final class Expression {

    private final Type type;
    private final LongFn word;
    private final TextFn text;

    Expression(Type type, LongFn word, TextFn text) {
        this.type = type;
        this.word = word;
        this.text = text;
    }

    /** What its word stands for. */
    public Type type() {
        return type;
    }

    /** Its word; 0 for a text. */
    public long word(Env env) {
        return word == null ? 0 : word.eval(env);
    }

    /** Whether it is true: its word is not 0. */
    public boolean isTrue(Env env) {
        return word.eval(env) != 0;
    }

    /** Its value as people read it. */
    public String text(Env env) {
        return text.eval(env);
    }
}
