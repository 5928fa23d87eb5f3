package dev.trapwalk.engine.program;

import java.util.List;

/**
 * The program of one thread: straight-line statements. A thread that has passed its last statement stays there and is
 * suspended by its own exit stub.
 *
 * @param thread name of the TCB object that runs it
 * @param statements in order
 */
public record Program(String thread, List<Statement> statements) {

    public Program {
        statements = List.copyOf(statements);
    }
}
