package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.FrameId;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;

/** A thread (TCB). Kernel functions that work for it are frames above the frame of its program. */
public final class WalkThread extends WalkElement implements IThread, Steps {

    private static final IBreakpoint[] NO_BREAKPOINTS = {};

    private final long tcb;
    private volatile ThreadSnapshot snapshot;
    /** Frames of {@link #framesOf}, innermost first; objects are reused as long as their activation lives. */
    private WalkStackFrame[] frames = {};
    private ThreadSnapshot framesOf;
    private volatile boolean stepping;

    WalkThread(WalkDebugTarget target, ThreadSnapshot snapshot) {
        super(target);
        this.tcb = snapshot.tcb();
        this.snapshot = snapshot;
    }

    void update(ThreadSnapshot newSnapshot) {
        snapshot = newSnapshot;
    }

    void setStepping(boolean isStepping) {
        stepping = isStepping;
    }

    /** Address of the TCB. */
    public long tcb() {
        return tcb;
    }

    /** The thread at the last stop. */
    public ThreadSnapshot snapshot() {
        return snapshot;
    }

    /** Whether the machine stands in this thread, or in the kernel on its behalf. */
    public boolean isEntered() {
        return state().map(state -> state.enteredThread() == tcb).orElse(false);
    }

    @Override
    public String getName() {
        return snapshot.label();
    }

    @Override
    public int getPriority() {
        return (int) snapshot.priority();
    }

    @Override
    public IStackFrame[] getStackFrames() {
        return isSuspended() ? frames().clone() : new IStackFrame[0];
    }

    @Override
    public WalkStackFrame getTopStackFrame() {
        WalkStackFrame[] all = isSuspended() ? frames() : new WalkStackFrame[0];
        return all.length == 0 ? null : all[0];
    }

    @Override
    public boolean hasStackFrames() {
        return isSuspended();
    }

    private synchronized WalkStackFrame[] frames() {
        ThreadSnapshot now = snapshot;
        if (framesOf != now) {
            Map<FrameId, WalkStackFrame> known = new HashMap<>();
            Stream.of(frames).forEach(frame -> known.put(frame.frame().id(), frame));
            frames = now.frames().stream().map(frame -> reuse(known.get(frame.id()), frame))
                    .toArray(WalkStackFrame[]::new);
            framesOf = now;
        }
        return frames;
    }

    private WalkStackFrame reuse(WalkStackFrame known, Frame frame) {
        if (known == null) {
            return new WalkStackFrame(this, frame);
        }
        known.update(frame);
        return known;
    }

    IRegisterGroup[] registerGroups(WalkStackFrame frame) {
        return snapshot.registers().stream().map(group -> new WalkRegisterGroup(frame, group))
                .toArray(IRegisterGroup[]::new);
    }

    @Override
    public IBreakpoint[] getBreakpoints() {
        return isEntered() ? getDebugTarget().hitBreakpoints() : NO_BREAKPOINTS;
    }

    @Override
    public boolean canResume() {
        return getDebugTarget().canResume();
    }

    @Override
    public boolean canSuspend() {
        return getDebugTarget().canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return getDebugTarget().isSuspended();
    }

    @Override
    public void resume() throws DebugException {
        getDebugTarget().resume();
    }

    @Override
    public void suspend() throws DebugException {
        getDebugTarget().suspend();
    }

    @Override
    public boolean canStep(StepKind kind) {
        boolean returns = kind != StepKind.RETURN || snapshot.inKernel() || ofOneThread(StepGranularity.current());
        return getDebugTarget().canMove() && (isEntered() ? returns : kind == StepKind.OVER);
    }

    /** Steps forward at the target's granularity; for a thread that does not run: to where it runs next. */
    @Override
    public void step(StepKind kind) throws DebugException {
        step(kind, Direction.FORWARD);
    }

    /** Steps in either direction. */
    public void step(StepKind kind, Direction direction) throws DebugException {
        getDebugTarget().move(new Command.Step(kind, granularity(), direction, steppedThread()), this);
    }

    /** Kernel points, functions and phases are those that the machine stands before, whichever thread they are for. */
    private Granularity granularity() {
        Granularity chosen = StepGranularity.current();
        return isEntered() || ofOneThread(chosen) ? chosen : Granularity.STATEMENT;
    }

    private static boolean ofOneThread(Granularity granularity) {
        return granularity == Granularity.STATEMENT || granularity == Granularity.SYSTEM_CALL;
    }

    /** The session knows threads by the names of the layout; what has none can only be the current one. */
    private String steppedThread() {
        return state().flatMap(state -> state.machine().objects().named(snapshot.name())).isPresent()
                ? snapshot.name() : "";
    }

    @Override
    public boolean isStepping() {
        return stepping;
    }

    @Override
    public boolean canTerminate() {
        return getDebugTarget().canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return getDebugTarget().isTerminated();
    }

    @Override
    public void terminate() throws DebugException {
        getDebugTarget().terminate();
    }

}
