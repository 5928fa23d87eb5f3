package dev.trapwalk.engine.program;

/** Is told when a program's expectation does not hold; the program goes on all the same. */
@FunctionalInterface
public interface ExpectationListener {

    /**
     * An expectation does not hold.
     *
     * @param program whose it is
     * @param expectation the statement
     * @param actual the word found
     * @param expected the word it was compared with
     */
    void failed(Program program, Statement.Expect expectation, long actual, long expected);
}
