package dev.trapwalk.engine.session.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.BreakpointHit;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * The immutable picture of the machine at one stop. Every view reads this one object, so that all show the same
 * instant; any thread may read it at any time, and nothing it answers asks the session.
 */
public final class StopState {

    private final long generation;
    private final Mark mark;
    private final StopReason reason;
    private final Direction direction;
    private final String message;
    private final List<BreakpointHit> hits;
    private final MachineImage machine;
    private final PathLog path;
    private final long entered;
    private final TimeRange time;
    private final Lazy<List<ThreadSnapshot>> threads;

    /**
     * @param generation counts the stops of a session
     * @param mark where the machine stands
     * @param reason why
     * @param direction which way time went to get here
     * @param message in words what is to be said about the stop; may be empty
     * @param hits breakpoints that were hit, with their definitions
     * @param machine all words
     * @param path points passed in this unit so far
     * @param entered the thread for which the kernel works, or that is about to run
     * @param time what of the past and future is known
     */
    public StopState(long generation, Mark mark, StopReason reason, Direction direction, String message,
            List<BreakpointHit> hits, MachineImage machine, PathLog path, long entered, TimeRange time) {
        this.generation = generation;
        this.mark = mark;
        this.reason = reason;
        this.direction = direction;
        this.message = message;
        this.hits = List.copyOf(hits);
        this.machine = machine;
        this.path = path;
        this.entered = entered;
        this.time = time;
        this.threads = new Lazy<>(this::pictureThreads);
    }

    /** Number of this stop in its session; a view that draws later than asked drops what has a lower one. */
    public long generation() {
        return generation;
    }

    /** Where the machine stands in the total order of steps. */
    public Mark mark() {
        return mark;
    }

    /** Why it stands still. */
    public StopReason reason() {
        return reason;
    }

    /** Which way time went to get here. */
    public Direction direction() {
        return direction;
    }

    /** What is to be said about this stop, in words; may be empty. */
    public String message() {
        return message;
    }

    /** Breakpoints that were hit here, with the definition that matched. */
    public List<BreakpointHit> hits() {
        return hits;
    }

    /** Every word of the machine, with names. */
    public MachineImage machine() {
        return machine;
    }

    /** The points passed since this kernel entry began; empty in user mode. */
    public PathLog path() {
        return path;
    }

    /** The point where the machine stands; empty in user mode. */
    public Optional<PassedPoint> point() {
        return path.count() == 0 ? Optional.empty() : Optional.of(path.get(path.count()));
    }

    /** Phase of the function in which the machine stands; empty in user mode. */
    public Optional<Phase> phase() {
        return point().map(passed -> passed.point().function().phase());
    }

    /** What of the past can be reached, and how far the machine has been. */
    public TimeRange time() {
        return time;
    }

    /** Address of the TCB for which the kernel works; in user mode the one that runs. */
    public long enteredThread() {
        return entered;
    }

    /** One per TCB of the layout in its order, then the current one if the layout does not know it. */
    public List<ThreadSnapshot> threads() {
        return threads.get();
    }

    /** The thread whose frames show where the machine stands. */
    public ThreadSnapshot thread() {
        return threads().stream().filter(thread -> thread.tcb() == entered).findFirst().orElseThrow();
    }

    /** The innermost frame of {@link #thread()}. */
    public Frame topFrame() {
        return thread().frames().get(0);
    }

    private List<ThreadSnapshot> pictureThreads() {
        List<ThreadSnapshot> all = new ArrayList<>();
        for (NamedObject object : machine.objects().threads()) {
            all.add(picture(object.address()));
        }
        if (all.stream().noneMatch(thread -> thread.tcb() == entered)) {
            all.add(picture(entered));
        }
        return List.copyOf(all);
    }

    private ThreadSnapshot picture(long tcb) {
        Frames frames = new Frames(machine, path, mark.unit());
        boolean inKernel = tcb == entered && path.count() > 0;
        return new ThreadSnapshot(tcb, machine.describe().thread(tcb),
                tcb == machine.read(KernelGlobals.KS_CUR_THREAD), inKernel,
                inKernel ? frames.inKernel(tcb) : List.of(frames.user(tcb)), machine);
    }

    @Override
    public String toString() {
        return mark + " " + reason + point().map(passed -> " at " + passed.point().id()).orElse("");
    }
}
