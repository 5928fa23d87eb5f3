package dev.trapwalk.engine.session;

import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.state.StopState;

/** What a {@link SessionListener} is told. */
public sealed interface SessionEvent {

    /** The machine moves because of a command. Its stop follows, or the end of the session. */
    record Resumed(Command<?> command) implements SessionEvent {
    }

    /** A new stop state was published; {@link Session#state()} already answers it or a later one. */
    record Stopped(StopState state) implements SessionEvent {
    }

    /** A breakpoint was set, verified, refused or removed. */
    record BreakpointChanged(BreakpointStatus status) implements SessionEvent {
    }

    /** A line of text from the machine or from a log message, in the order of the marks. */
    record Output(OutputKind kind, Mark mark, String text) implements SessionEvent {
    }

    /** Where text comes from. */
    enum OutputKind {
        /** The user programs: each system call with its result, and debug output. */
        CONSOLE,
        /** A breakpoint's log message. */
        LOG,
        /** The session itself: history dropped, machine not modelled further. */
        NOTICE
    }

    /** The session ended; nothing follows. */
    record Terminated(String reason) implements SessionEvent {
    }
}
