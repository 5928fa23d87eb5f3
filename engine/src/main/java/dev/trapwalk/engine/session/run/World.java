package dev.trapwalk.engine.session.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.MemoryImage;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.TimeRange;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.Target;

/** One booted machine with all that a session keeps for it; a restart makes another. Owner thread only. */
final class World {

    final Target target;
    final Timeline timeline;
    final BreakpointTable breakpoints;
    final Mover mover;
    final Branches branches;
    final Map<String, Mark> marks = new TreeMap<>();
    private MemoryImage image;

    World(Target target, long historyBytes, LogSink log, LogSink console, BooleanSupplier interrupted) {
        this.target = target;
        this.timeline = new Timeline(target, historyBytes);
        this.breakpoints = new BreakpointTable(timeline, log);
        this.mover = new Mover(timeline, breakpoints, interrupted, () -> returned(console));
        this.branches = new Branches(timeline);
        this.image = MemoryImage.of(target.memory());
        timeline.journal().takeDirty();
    }

    /** Takes over named marks and the definitions of breakpoints; their counts begin anew. */
    void adopt(World before, boolean skip) {
        marks.putAll(before.marks);
        before.breakpoints.definitions().forEach(breakpoints::put);
        breakpoints.skip(skip);
    }

    /** The picture of the machine as it stands. */
    StopState picture(long generation, Halt halt) {
        MachineImage machine = machine();
        TimeRange time = new TimeRange(branches.current(), Mark.user(timeline.oldestUnit()), timeline.furthest(),
                timeline.journal().usedBytes());
        return new StopState(generation, timeline.mark(), halt.reason(), halt.direction(), halt.message(), halt.hits(),
                machine, timeline.log(), timeline.entered(), time);
    }

    private void returned(LogSink console) {
        if (timeline.lastAdvance() == Advance.KERNEL) {
            target.programs().returned(target.memory()::peek, timeline.entered()).ifPresent(call -> console.log(
                    ConsoleLine.of(target.memory()::peek, new Describer(target.memory()::peek, timeline.objects()),
                            target.memory().registerFile(), timeline.entered(), call)));
        }
    }

    /** Says that the history does not go back that far. */
    <T> Result<T> exhausted() {
        Mark oldest = Mark.user(timeline.oldestUnit());
        return Result.failed(ResultCode.HISTORY_EXHAUSTED, oldest.equals(Mark.START)
                ? Messages.get("session.nothingBefore", oldest)
                : Messages.get("session.historyExhausted", oldest, timeline.journal().budget()));
    }

    /** Every word as it is now. */
    MachineImage machine() {
        image = image.next(target.memory(), timeline.journal().takeDirty());
        return new MachineImage(image, timeline.objects(), target.programs());
    }

    /** A halt that says that the machine stands where a command has put it. */
    static Halt halt(StopReason reason) {
        return Halt.of(reason, Direction.FORWARD);
    }
}
