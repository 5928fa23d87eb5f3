package dev.trapwalk.engine.session.expression;

/**
 * A compiled part of an expression.
 *
 * @param word yields its word; null for a text
 * @param text yields its text; null for a word
 * @param name the bare name, if it is one that may still turn out to be the name of a type, state, error ...; else null
 * @param column where it stands, 1-based
 */
record Node(Type type, LongFn word, TextFn text, String name, int column) {

    static Node word(Type type, int column, LongFn word) {
        return new Node(type, word, null, null, column);
    }

    static Node text(int column, TextFn text) {
        return new Node(Type.TEXT, null, text, null, column);
    }

    /** A name that means nothing by itself. */
    static Node unknown(String name, int column) {
        return new Node(null, null, null, name, column);
    }

    Node named(String bare) {
        return new Node(type, word, text, bare, column);
    }
}
