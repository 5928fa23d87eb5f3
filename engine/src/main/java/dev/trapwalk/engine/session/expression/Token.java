package dev.trapwalk.engine.session.expression;

/** A word of an expression's text. */
record Token(Kind kind, String text, long number, int column) {

    enum Kind {
        NUMBER, NAME, STRING, SIGN, END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
