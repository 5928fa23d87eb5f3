package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.RunLog;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopReason;

/** Answers questions about other times: goes there, looks, and comes back. */
final class Questions {

    private static final String TEMPORARY = "\0last change";

    private final World world;

    Questions(World world) {
        this.world = world;
    }

    Result<?> answer(Command.Question<?> question) {
        if (question instanceof Command.RecordUnit record) {
            return elsewhere(Mark.user(record.unit()), () -> Result.ok(unit()));
        } else if (question instanceof Command.PictureAt at) {
            return elsewhere(at.mark(), () -> Result.ok(world.machine()));
        } else if (question instanceof Command.LastChange last) {
            return lastChange(last.target());
        } else if (question instanceof Command.CoverageSoFar) {
            return Result.ok(coverage());
        } else if (question instanceof Command.LookBack back) {
            return lookBack(Math.max(back.from(), world.timeline.oldestUnit()));
        } else if (question instanceof Command.NameBranch name) {
            return world.branches.rename(name.name()) ? Result.ok(world.branches.all().get(0))
                    : Result.failed(ResultCode.NOT_APPLICABLE, Messages.get("session.branchExists", name.name()));
        } else if (question instanceof Command.SetHistoryBudget budget) {
            world.timeline.journal().setBudget(Math.max(0, budget.bytes()));
            return Result.ok(world.timeline.journal().budget());
        } else if (question instanceof Command.ListBranches) {
            return Result.ok(world.branches.all());
        }
        return marks(question);
    }

    private Result<?> marks(Command.Question<?> question) {
        if (question instanceof Command.NameMark name) {
            if (name.name().isBlank() || Mark.parse(name.name()).isPresent()) {
                return Result.failed(ResultCode.NOT_APPLICABLE, Messages.get("session.badName", name.name()));
            }
            world.marks.put(name.name(), name.mark());
            return Result.ok(name.mark());
        } else if (question instanceof Command.ForgetMark forget) {
            Mark mark = world.marks.remove(forget.name());
            return mark != null ? Result.ok(mark)
                    : Result.failed(ResultCode.NOT_FOUND, Messages.get("session.noSuchName", forget.name()));
        }
        return Result.ok(Collections.unmodifiableMap(new TreeMap<>(world.marks)));
    }

    private <T> Result<T> elsewhere(Mark mark, Supplier<Result<T>> look) {
        Mark origin = world.timeline.mark();
        Mark furthest = world.timeline.furthest();
        if (mark.unit() < world.timeline.oldestUnit()) {
            return world.exhausted();
        }
        if (!world.mover.jump(mark)) {
            world.timeline.setFurthest(furthest);
            return Result.failed(ResultCode.NO_SUCH_MARK, Messages.get("session.noSuchMark", mark));
        }
        Result<T> seen = look.get();
        world.mover.jump(origin);
        world.timeline.setFurthest(furthest);
        return seen;
    }

    private UnitRecord unit() {
        long number = world.timeline.unit();
        long thread = world.timeline.entered();
        MachineImage before = world.machine();
        world.mover.passUnit();
        return new UnitRecord(number, thread, world.timeline.unitLog(), before, world.machine());
    }

    private Result<Mark> lastChange(WatchTarget target) {
        BreakpointStatus watch = world.breakpoints.put(
                Breakpoint.at(TEMPORARY, new Location.Watch(target, Location.Watch.Access.CHANGE)));
        try {
            if (!watch.isVerified()) {
                return Result.failed(ResultCode.NOT_FOUND, watch.reason());
            }
            return elsewhere(world.timeline.mark(), () -> {
                Halt halt = world.mover.back(TEMPORARY);
                return halt.reason() == StopReason.BREAKPOINT ? Result.ok(world.timeline.mark())
                        : Result.failed(ResultCode.NOT_FOUND, Messages.get("session.noChange"));
            });
        } finally {
            world.breakpoints.remove(TEMPORARY);
        }
    }

    private Coverage coverage() {
        Mark origin = world.timeline.mark();
        Coverage.Counter counter = new Coverage.Counter();
        elsewhere(Mark.user(world.timeline.oldestUnit()), () -> {
            world.mover.watch(origin, (point, outcome) -> counter.count(point, outcome));
            return Result.ok(Direction.FORWARD);
        });
        return counter.coverage();
    }

    private Result<RunLog> lookBack(long from) {
        long to = world.timeline.unit();
        List<RunLog.Executed> executed = new ArrayList<>();
        Coverage.Counter counter = new Coverage.Counter();
        if (from >= to) {
            return Result.ok(new RunLog(to, to, executed, counter.coverage()));
        }
        return elsewhere(Mark.user(from), () -> {
            world.target.observe((program, statement, words) -> executed.add(new RunLog.Executed(
                    world.timeline.unit(), program.thread(), statement, words)));
            try {
                world.mover.watch(Mark.user(to), counter::count);
            } finally {
                world.target.observe(null);
            }
            return Result.ok(new RunLog(from, to, executed, counter.coverage()));
        });
    }
}
