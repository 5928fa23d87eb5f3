package dev.trapwalk.engine.session.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.SessionEvent;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.SessionStatus;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;

/**
 * The owner thread of a session: the only one that touches the machine. Takes commands in order; while the machine
 * moves it looks at the queue before each unit, so that it can be suspended, terminated and given breakpoints at any
 * time; also while it waits for clients that are slower than the machine.
 */
public final class Owner implements Runnable {

    /** How long the machine waits at a time for clients that are behind: short against what they have to read. */
    private static final long PACE_NANOS = 100_000;

    private final TargetFactory factory;
    private final SessionSettings settings;
    private final Notifier notifier;
    private final LinkedBlockingQueue<Task> queue;
    private final Deque<Task> deferred = new ArrayDeque<>();
    private final List<Task> suspends = new ArrayList<>();
    private World world;
    private Task termination;
    private boolean stepping;
    private boolean skip;
    private long generation;
    private Mark oldest = Mark.START;
    private volatile boolean attention;
    private volatile boolean ended;
    private volatile Result<Object> refusal =
            Result.failed(ResultCode.TERMINATED, Messages.get("session.terminated"));
    private volatile SessionStatus status = SessionStatus.BOOTING;
    private volatile StopState state;

    /** An owner that will boot its machine when it runs. */
    public Owner(TargetFactory factory, SessionSettings settings, Notifier notifier) {
        this.factory = factory;
        this.settings = settings;
        this.notifier = notifier;
        this.queue = new LinkedBlockingQueue<>(settings.queueCapacity());
        this.skip = settings.skipBreakpoints();
    }

    /** What the session is doing. */
    public SessionStatus status() {
        return status;
    }

    /** The last published stop state; null before the first. */
    public StopState state() {
        return state;
    }

    /** Drops the last published stop, if the session has ended. */
    public void release() {
        if (ended) {
            state = null;
        }
    }

    /** Puts a command into the queue. Never waits. */
    public CompletableFuture<Result<?>> submit(Command<?> command) {
        CompletableFuture<Result<?>> promise = new Answer<>();
        if (ended) {
            promise.complete(refusal);
        } else if (!queue.offer(new Task(command, promise))) {
            promise.complete(Result.failed(ResultCode.QUEUE_FULL, Messages.get("session.queueFull")));
        } else {
            attention = true;
            if (ended) {
                refuseAll();
            }
        }
        return promise;
    }

    @Override
    public void run() {
        String reason = Messages.get("session.terminatedByCommand");
        try {
            world = boot();
            begin();
            while (termination == null) {
                notifier.flush();
                Task task = deferred.isEmpty() ? Patience.take(queue) : deferred.poll();
                handle(task);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | VirtualMachineError failed) {
            reason = Messages.get(world == null ? "session.bootFailed" : "session.internalError", Messages.of(failed));
            refusal = Result.failed(world == null ? ResultCode.BOOT_FAILED : ResultCode.INTERNAL_ERROR, reason);
        }
        end(reason);
    }

    private World boot() {
        return new World(factory.boot(), settings.historyBytes(),
                text -> print(SessionEvent.OutputKind.LOG, text),
                text -> print(SessionEvent.OutputKind.CONSOLE, text), this::poll);
    }

    private void begin() {
        Halt start = world.mover.start();
        if (settings.stopAtStart() || start.reason() == StopReason.BREAKPOINT) {
            publish(start);
        } else {
            status = SessionStatus.RUNNING;
            publish(world.mover.move(Direction.FORWARD, Landing.NOWHERE));
        }
    }

    private void handle(Task task) {
        if (task.command() instanceof Command.Motion motion) {
            move(task, motion);
        } else if (task.command() instanceof Command.Suspend) {
            answer(task, Result.failed(ResultCode.NOT_RUNNING, Messages.get("session.notRunning")));
        } else if (task.command() instanceof Command.Question<?> question) {
            answer(task, ask(question));
        } else {
            handleSafely(task);
        }
    }

    private Result<?> ask(Command.Question<?> question) {
        try {
            return new Questions(world).answer(question);
        } catch (RuntimeException | VirtualMachineError defect) {
            return Result.failed(ResultCode.INTERNAL_ERROR, Messages.get("session.internalError", defect));
        }
    }

    private void move(Task task, Command.Motion motion) {
        stepping = !(motion instanceof Command.Resume) && !(motion instanceof Command.RunTo);
        status = stepping ? SessionStatus.STEPPING : SessionStatus.RUNNING;
        notifier.event(new SessionEvent.Resumed(motion));
        Result<Halt> result;
        try {
            result = new Motions(world, this::restart).carryOut(motion);
        } catch (RuntimeException | VirtualMachineError defect) {
            result = Result.failed(ResultCode.INTERNAL_ERROR, Messages.get("session.internalError", defect));
        }
        Halt halt = result.isOk() ? result.get() : World.halt(StopReason.STEP);
        StopState stop = publish(halt);
        answer(task, result.isOk() ? Result.ok(stop) : Result.failed(result.code(), result.message()));
    }

    private World restart() {
        World before = world;
        world = boot();
        world.adopt(before, skip);
        return world;
    }

    private StopState publish(Halt halt) {
        world.breakpoints.changes().forEach(now -> notifier.event(new SessionEvent.BreakpointChanged(now)));
        StopState stop = world.picture(++generation, halt);
        state = stop;
        status = SessionStatus.SUSPENDED;
        sayWhatWasDropped(stop.time().oldest());
        notifier.event(new SessionEvent.Stopped(stop));
        suspends.forEach(task -> answer(task, Result.ok(stop)));
        suspends.clear();
        return stop;
    }

    private void sayWhatWasDropped(Mark begin) {
        if (oldest.isBefore(begin)) {
            print(SessionEvent.OutputKind.NOTICE,
                    Messages.get("session.historyDropped", world.timeline.journal().budget(), begin));
        }
        oldest = begin;
    }

    /** Looks at the queue while the machine moves; says whether it shall stop. */
    private boolean poll() {
        notifier.flush();
        while (notifier.isBehind() && !attention) {
            LockSupport.parkNanos(PACE_NANOS);
        }
        if (!attention) {
            return false;
        }
        attention = false;
        for (Task task = queue.poll(); task != null; task = queue.poll()) {
            pollOne(task);
        }
        notifier.flush();
        return termination != null || !suspends.isEmpty();
    }

    private void pollOne(Task task) {
        if (task.command() instanceof Command.Suspend) {
            suspends.add(task);
        } else if (!(task.command() instanceof Command.Motion) && !(task.command() instanceof Command.Question<?>)) {
            handleSafely(task);
        } else if (stepping) {
            deferred.add(task);
        } else {
            answer(task, Result.failed(ResultCode.NOT_SUSPENDED, Messages.get("session.notSuspended")));
        }
    }

    private void handleSafely(Task task) {
        try {
            handleAnywhere(task);
        } catch (RuntimeException | VirtualMachineError defect) {
            answer(task, Result.failed(ResultCode.INTERNAL_ERROR, Messages.get("session.internalError", defect)));
        }
    }

    private void handleAnywhere(Task task) {
        if (task.command() instanceof Command.Terminate) {
            termination = task;
        } else if (task.command() instanceof Command.PutBreakpoint put) {
            changed(task, world.breakpoints.put(put.breakpoint()));
        } else if (task.command() instanceof Command.RemoveBreakpoint remove) {
            BreakpointStatus removed = world.breakpoints.remove(remove.id());
            if (removed == null) {
                answer(task, Result.failed(ResultCode.NOT_FOUND, Messages.get("breakpoint.notFound", remove.id())));
            } else {
                changed(task, removed);
            }
        } else if (task.command() instanceof Command.SkipBreakpoints skipping) {
            skip = skipping.skip();
            world.breakpoints.skip(skip);
            answer(task, Result.ok(skip));
        } else if (task.command() instanceof Command.ListBreakpoints) {
            answer(task, Result.ok(world.breakpoints.all()));
        }
    }

    private void changed(Task task, BreakpointStatus now) {
        notifier.event(new SessionEvent.BreakpointChanged(now));
        answer(task, Result.ok(now));
    }

    private void print(SessionEvent.OutputKind kind, String text) {
        notifier.event(new SessionEvent.Output(kind, world.timeline.mark(), text));
    }

    private void answer(Task task, Result<?> result) {
        notifier.answer(() -> task.promise().complete(result));
    }

    private void end(String reason) {
        ended = true;
        status = SessionStatus.TERMINATED;
        Mark last = world == null ? Mark.START : world.timeline.mark();
        // Whoever keeps the session keeps no machine and no history.
        world = null;
        suspends.forEach(this::refuse);
        deferred.forEach(this::refuse);
        for (Task task = queue.poll(); task != null; task = queue.poll()) {
            refuse(task);
        }
        notifier.event(new SessionEvent.Terminated(reason));
        if (termination != null) {
            answer(termination, Result.ok(last));
        }
        notifier.end();
    }

    /** For whoever submitted when the owner had already left; runs on the submitting thread. */
    private void refuseAll() {
        for (Task task = queue.poll(); task != null; task = queue.poll()) {
            task.promise().complete(refusal);
        }
    }

    private void refuse(Task task) {
        answer(task, refusal);
    }
}
