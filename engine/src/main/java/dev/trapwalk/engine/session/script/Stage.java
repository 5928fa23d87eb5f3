package dev.trapwalk.engine.session.script;

import java.util.List;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.query.Settable;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.RegisterGroup;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import dev.trapwalk.engine.session.state.Variable;

/**
 * The front end that a script is played on. What is given here asks the session behind it; a front end that has an
 * operation of its own for something answers by that one, and what it does otherwise shows in the transcript.
 */
public interface Stage {

    /** Where the machine stands. */
    StopState state();

    /** The value that a command is answered with; a refusal becomes a {@link ScriptException}. */
    <T> T send(Command<T> command);

    /** Moves the machine and waits until it stands again. */
    StopState move(Command.Motion motion);

    /** Lines printed since this was asked last. */
    List<String> output();

    /** Sets a breakpoint. */
    default BreakpointStatus put(Breakpoint breakpoint) {
        return send(new Command.PutBreakpoint(breakpoint));
    }

    /** Removes a breakpoint. */
    default void remove(String id) {
        send(new Command.RemoveBreakpoint(id));
    }

    /** Looks away from all breakpoints, or looks at them again. */
    default void skip(boolean skip) {
        send(new Command.SkipBreakpoints(skip));
    }

    /** All breakpoints. */
    default List<BreakpointStatus> breakpoints() {
        return send(new Command.ListBreakpoints());
    }

    /** The stop in words. */
    default List<String> stop() {
        return StopLines.stop(state());
    }

    /** The stack of the thread in which the machine stands, innermost first. */
    default List<String> stack() {
        return StopLines.stack(state());
    }

    /** The variables of one of its frames, as {@code name = value}. */
    default List<String> variables(int frame) {
        return StopLines.variables(state(), frame);
    }

    /** All threads with what they do. */
    default List<String> threads() {
        return state().threads().stream().map(ThreadSnapshot::label).toList();
    }

    /** The registers of a group that are not zero, as {@code name = value}. */
    default List<String> registers(String group) {
        return state().thread().registers().stream().filter(g -> g.kind().name().equalsIgnoreCase(group))
                .map(RegisterGroup::registers).flatMap(List::stream).filter(register -> register.value() != 0)
                .map(Variable::toString).toList();
    }

    /** The value of an expression in the innermost frame. */
    default String value(String expression) {
        return Evaluator.text(state(), 0, expression);
    }

    /**
     * Sets what a person calls by name.
     *
     * @param place where it is kept, as {@link Settable} found it
     */
    default StopState set(String name, FieldRef place, String value) {
        return move(new Command.SetValue(place, Evaluator.word(state(), 0, value)));
    }

    /** Ends the session. */
    void end();
}
