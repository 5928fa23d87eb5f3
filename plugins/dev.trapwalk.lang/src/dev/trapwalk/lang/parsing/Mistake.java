package dev.trapwalk.lang.parsing;

/** There is something wrong with the text: whoever catches this parses it with its tokens. */
final class Mistake extends RuntimeException {
    static final Mistake INSTANCE = new Mistake();
    private static final long serialVersionUID = 1;

    private Mistake() {
        super(null, null, false, false);
    }
}
