package dev.trapwalk.engine.session.target;

import dev.trapwalk.engine.program.Statement;

/**
 * An expectation of a program that did not hold.
 *
 * @param thread name of the TCB that runs the program
 * @param statement what was expected
 * @param actual the word found
 * @param expected the word it was compared with
 */
public record FailedExpectation(String thread, Statement.Expect statement, long actual, long expected) {
}
