package dev.trapwalk.engine.session;

import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.RunLog;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;

/**
 * Something a session is asked to do: an immutable value, answered by a {@link Result} of {@code T}. Commands that
 * move the machine are answered when it has stopped again.
 */
public sealed interface Command<T> {

    /** A command that moves the machine. */
    sealed interface Motion extends Command<StopState> {
    }

    /** Runs until a breakpoint, the end or a suspend; backwards until a breakpoint or the start of the history. */
    record Resume(Direction direction) implements Motion {
        public Resume() {
            this(Direction.FORWARD);
        }
    }

    /**
     * One step.
     *
     * @param thread name of the thread that the step was asked for, at {@link Granularity#STATEMENT}; empty = the
     *        current one
     */
    record Step(StepKind kind, Granularity granularity, Direction direction, String thread) implements Motion {
        public Step(StepKind kind) {
            this(kind, Granularity.POINT, Direction.FORWARD);
        }

        public Step(StepKind kind, Granularity granularity, Direction direction) {
            this(kind, granularity, direction, "");
        }
    }

    /** Runs to a place; breakpoints on the way stop it earlier. */
    record RunTo(Place place, Direction direction) implements Motion {
    }

    /** Goes to a mark, past or future, without stopping at breakpoints. */
    record Jump(Mark mark) implements Motion {
    }

    /** Goes back to user mode before the current kernel entry. */
    record RestartSystemCall() implements Motion {
    }

    /** Boots the machine anew; breakpoints stay. */
    record Restart() implements Motion {
    }

    /**
     * Goes back to where a word last changed before now: the first point after the write.
     *
     * @param target what must have changed
     */
    record BackToChange(WatchTarget target) implements Motion {
    }

    /**
     * Sets a value in memory or a register. Where the machine has been further, that starts a branch.
     *
     * @param place where the value is kept, as a variable of the stop state says
     * @param value the new value of the field
     */
    record SetValue(FieldRef place, long value) implements Motion {
    }

    /** Goes to another branch: to where it differs, and on to the furthest mark that the machine has been at on it. */
    record SwitchBranch(String name) implements Motion {
    }

    /** Takes over the branches of a saved session, the current one first, and goes back to the start. */
    record RestoreBranches(List<Branch> branches) implements Motion {
        public RestoreBranches {
            branches = List.copyOf(branches);
        }
    }

    /** Gives the current branch another name. */
    record NameBranch(String name) implements Question<Branch> {
    }

    /** All branches, the current one first. */
    record ListBranches() implements Question<List<Branch>> {
    }

    /** Gives a mark a name, or another mark that name; names are kept across a restart and on all branches. */
    record NameMark(String name, Mark mark) implements Question<Mark> {
    }

    /** Takes a mark's name away. */
    record ForgetMark(String name) implements Question<Mark> {
    }

    /** The marks that have names, by name. */
    record NamedMarks() implements Question<Map<String, Mark>> {
    }

    /** Something asked of a suspended session; the machine is afterwards where it was. */
    sealed interface Question<T> extends Command<T> {
    }

    /** The whole of a unit that the machine has been in or will be in next: points, state before and after. */
    record RecordUnit(long unit) implements Question<UnitRecord> {
    }

    /** The machine at another mark. */
    record PictureAt(Mark mark) implements Question<MachineImage> {
    }

    /** The mark of the last change of a word before now, within the history. */
    record LastChange(WatchTarget target) implements Question<Mark> {
    }

    /** What the machine has passed from the beginning of the history up to now. */
    record CoverageSoFar() implements Question<Coverage> {
    }

    /**
     * What happened from a unit on, or from the beginning of the history if that is later, up to the unit in which the
     * machine stands.
     */
    record LookBack(long from) implements Question<RunLog> {
    }

    /** Sets the budget of the history in bytes. */
    record SetHistoryBudget(long bytes) implements Question<Long> {
    }

    /** Stops a running machine in user mode before its next unit. */
    record Suspend() implements Command<StopState> {
    }

    /** Ends the session and its threads. */
    record Terminate() implements Command<Mark> {
    }

    /** Sets a breakpoint, or replaces the one with the same id. Also while running. */
    record PutBreakpoint(Breakpoint breakpoint) implements Command<BreakpointStatus> {
    }

    /** Removes a breakpoint. Also while running. */
    record RemoveBreakpoint(String id) implements Command<BreakpointStatus> {
    }

    /** Ignores all breakpoints, or looks at them again. Also while running. */
    record SkipBreakpoints(boolean skip) implements Command<Boolean> {
    }

    /** All breakpoints as they are now. Also while running. */
    record ListBreakpoints() implements Command<List<BreakpointStatus>> {
    }
}
