package dev.trapwalk.engine.session.expression;

/** An expression is wrong. The message says what, for a person; the column says where. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    ExpressionException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Where in the text, 1-based. */
    public int column() {
        return column;
    }
}
