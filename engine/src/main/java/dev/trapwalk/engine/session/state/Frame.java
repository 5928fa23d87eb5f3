package dev.trapwalk.engine.session.state;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.program.Statement;

/**
 * One stack frame: an activation of a kernel function, or a thread's user program.
 *
 * @param id identity from stop to stop
 * @param function the kernel function; empty for the user frame
 * @param point the last point passed in this activation: where it stands, or from where it called the next frame
 * @param statement of the user frame: the program's statement
 * @param variables arguments and operands in the order of the code, each with its latest value
 */
public record Frame(FrameId id, Optional<KernelFunction> function, Optional<PassedPoint> point,
        Optional<Statement> statement, List<Variable> variables) {

    public Frame {
        variables = List.copyOf(variables);
    }

    /** Whether this is the user program's frame. */
    public boolean isUser() {
        return function.isEmpty();
    }

    /** The function's name, or the statement's source text. */
    public String label() {
        return function.map(KernelFunction::name).orElseGet(
                () -> statement.map(s -> s.source().line() + "  " + s.source().text()).orElse("user mode"));
    }
}
