package dev.trapwalk.engine.session.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.trapwalk.engine.session.Branch;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.NamedObject;

/** Carries out the commands that move the machine. */
final class Motions {

    private static final String TEMPORARY = "\0run to";

    private final World world;
    private final Supplier<World> restart;

    Motions(World world, Supplier<World> restart) {
        this.world = world;
        this.restart = restart;
    }

    Result<Halt> carryOut(Command.Motion motion) {
        if (motion instanceof Command.Resume resume) {
            return move(resume.direction(), Landing.NOWHERE);
        } else if (motion instanceof Command.Step step) {
            return step(step);
        } else if (motion instanceof Command.RunTo runTo) {
            return runTo(runTo.place(), runTo.direction());
        } else if (motion instanceof Command.Jump jump) {
            return jump(jump.mark());
        } else if (motion instanceof Command.RestartSystemCall) {
            return world.timeline.point() == 0
                    ? Result.failed(ResultCode.NOT_APPLICABLE, Messages.get("session.notApplicable.noCall"))
                    : jump(Mark.user(world.timeline.unit()));
        }
        return motion instanceof Command.Restart ? Result.ok(restart.get().mover.start()) : change(motion);
    }

    private Result<Halt> change(Command.Motion motion) {
        if (motion instanceof Command.BackToChange back) {
            return runToLocation(new Location.Watch(back.target(), Location.Watch.Access.CHANGE), Direction.BACKWARD);
        } else if (motion instanceof Command.SetValue set) {
            return set(set.place(), set.value());
        }
        return motion instanceof Command.RestoreBranches restored ? restore(restored)
                : switchTo(((Command.SwitchBranch) motion).name());
    }

    private Result<Halt> restore(Command.RestoreBranches restored) {
        Result<Halt> start = jump(Mark.START);
        if (!start.isOk()) {
            return start;
        }
        world.branches.restore(restored.branches());
        return jump(Mark.START);
    }

    private Result<Halt> set(FieldRef place, long value) {
        Optional<String> problem = new EditCheck(world.machine()).problem(place, value);
        if (problem.isPresent()) {
            return Result.failed(ResultCode.IMPOSSIBLE_VALUE, problem.get());
        }
        long word = world.target.memory().peek(place.address());
        world.branches.edit(place.address(), place.field().put(word, value));
        return Result.ok(Halt.of(StopReason.EDIT, Direction.FORWARD));
    }

    private Result<Halt> switchTo(String name) {
        Branch other = world.branches.other(name);
        if (other == null) {
            return Result.failed(ResultCode.NOT_FOUND, Messages.get("session.noSuchBranch", name));
        }
        Mark difference = world.branches.differsAt(other);
        if (difference.unit() < world.timeline.oldestUnit()) {
            return world.exhausted();
        }
        if (difference.unit() <= world.timeline.unit()) {
            world.mover.jump(Mark.user(difference.unit()));
        }
        world.branches.take(other);
        world.mover.jump(Mark.user(world.timeline.unit()));
        return jump(other.furthest());
    }

    private Result<Halt> move(Direction direction, Landing landing) {
        if (direction == Direction.BACKWARD
                && !Mark.user(world.timeline.oldestUnit()).isBefore(world.timeline.mark())) {
            return world.exhausted();
        }
        return Result.ok(world.mover.move(direction, landing));
    }

    private Result<Halt> step(Command.Step step) {
        long thread = world.timeline.entered();
        if (!step.thread().isEmpty()) {
            Optional<NamedObject> named = world.timeline.objects().named(step.thread());
            if (named.isEmpty()) {
                return Result.failed(ResultCode.NOT_FOUND, Messages.get("session.noSuchThread", step.thread()));
            }
            thread = named.get().address();
        }
        boolean inUserCode = world.timeline.point() == 0 && step.kind() == StepKind.RETURN;
        if (inUserCode && step.granularity() != Granularity.STATEMENT
                && step.granularity() != Granularity.SYSTEM_CALL) {
            return Result.failed(ResultCode.NOT_APPLICABLE, Messages.get("session.notApplicable.userReturn"));
        }
        return move(step.direction(), new StepLanding(step, world.timeline, thread));
    }

    private Result<Halt> runTo(Place place, Direction direction) {
        if (place instanceof Place.At at) {
            return runToLocation(at.location(), direction);
        }
        long thread = world.timeline.entered();
        if (place instanceof Place.ThreadRuns runs) {
            Optional<NamedObject> named = world.timeline.objects().named(runs.thread());
            if (named.isEmpty()) {
                return Result.failed(ResultCode.NOT_FOUND, Messages.get("session.noSuchThread", runs.thread()));
            }
            thread = named.get().address();
        }
        return move(direction, new ThreadLanding(world.timeline, thread));
    }

    private Result<Halt> runToLocation(Location location, Direction direction) {
        BreakpointStatus status = world.breakpoints.put(Breakpoint.at(TEMPORARY, location));
        try {
            return status.isVerified() ? move(direction, Landing.NOWHERE).map(Motions::withoutTemporary)
                    : Result.failed(ResultCode.NOT_FOUND, status.reason());
        } finally {
            world.breakpoints.remove(TEMPORARY);
        }
    }

    private static Halt withoutTemporary(Halt halt) {
        List<BreakpointHit> own = halt.hits().stream()
                .filter(hit -> !hit.breakpoint().id().equals(TEMPORARY)).toList();
        return halt.reason() == StopReason.BREAKPOINT && own.isEmpty()
                ? Halt.of(StopReason.PLACE_REACHED, halt.direction())
                : new Halt(halt.reason(), halt.direction(), halt.message(), own);
    }

    private Result<Halt> jump(Mark mark) {
        if (mark.unit() < world.timeline.oldestUnit()) {
            return world.exhausted();
        }
        Mark furthest = world.timeline.furthest();
        return world.mover.travel(mark).map(Result::ok).orElseGet(() -> {
            world.timeline.setFurthest(furthest);
            return Result.failed(ResultCode.NO_SUCH_MARK, Messages.get("session.noSuchMark", mark));
        });
    }
}
