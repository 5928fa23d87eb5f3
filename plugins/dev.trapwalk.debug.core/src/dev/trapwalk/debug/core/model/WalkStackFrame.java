package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.source.KernelListings;
import dev.trapwalk.debug.core.source.KernelSource;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.FrameId;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDropToFrame;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IVariable;

/**
 * An activation of a kernel function, or a thread's user program. The object stays the same from step to step while
 * its data
 * are replaced, and its identity is (thread, activation): that is what keeps the Debug view still while stepping.
 */
public final class WalkStackFrame extends WalkElement implements IStackFrame, IDropToFrame, Steps {

    private final WalkThread thread;
    private final FrameId id;
    private volatile Frame frame;

    WalkStackFrame(WalkThread thread, Frame frame) {
        super(thread.getDebugTarget());
        this.thread = thread;
        this.id = frame.id();
        this.frame = frame;
    }

    void update(Frame newFrame) {
        frame = newFrame;
    }

    /** What the session says of this frame at the last stop. */
    public Frame frame() {
        return frame;
    }

    @Override
    public WalkThread getThread() {
        return thread;
    }

    @Override
    public IVariable[] getVariables() {
        return WalkVariable.of(this, frame.variables());
    }

    @Override
    public boolean hasVariables() {
        return !frame.variables().isEmpty();
    }

    /** Line in what the source lookup finds for this frame: the scenario, the C file, or the kernel listing. */
    @Override
    public int getLineNumber() {
        if (frame.isUser()) {
            return frame.statement().map(statement -> statement.source().line()).orElse(-1);
        }
        return KernelSource.of(this).map(source -> source.line(frame, thread.snapshot().frames()))
                .filter(OptionalInt::isPresent).orElseGet(() -> KernelListings.line(frame)).orElse(-1);
    }

    @Override
    public int getCharStart() {
        return -1;
    }

    @Override
    public int getCharEnd() {
        return -1;
    }

    @Override
    public String getName() {
        if (frame.isUser()) {
            return frame.statement().map(this::userLabel).orElse(Messages.userMode);
        }
        return frame.label() + frame.point().map(PassedPoint::point).map(point -> "  " + point.name()).orElse("");
    }

    private String userLabel(Statement statement) {
        String call = statement instanceof Statement.SystemCall syscall ? syscall.function()
                : statement.source().text();
        return getDebugTarget().scenario().getName() + ":" + statement.source().line() + "  " + call;
    }

    @Override
    public IRegisterGroup[] getRegisterGroups() {
        return thread.registerGroups(this);
    }

    @Override
    public boolean hasRegisterGroups() {
        return true;
    }

    /** The point where this activation stands or from where it called the next one. */
    public Optional<PassedPoint> point() {
        return frame.point();
    }

    @Override
    public boolean canDropToFrame() {
        return thread.canResume() && state().flatMap(stop -> entry(stop).filter(entry -> entry.isBefore(stop.mark())
                && !entry.isBefore(stop.time().oldest()))).isPresent();
    }

    /** Goes back in time to where this function was entered; for a program, to before its current system call. */
    @Override
    public void dropToFrame() throws DebugException {
        Mark entry = state().flatMap(this::entry).orElseThrow(() -> failure(Messages.notEntered));
        getDebugTarget().move(new Command.Jump(entry), null);
    }

    private Optional<Mark> entry(StopState stop) {
        if (!thread.isEntered()) {
            return Optional.empty();
        }
        return Optional.of(frame.isUser() ? Mark.user(stop.mark().unit()) : new Mark(id.unit(), id.activation()));
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    /**
     * Only so in the thread in which the machine stands, although nothing runs: the Debug view keeps a selected frame
     * for as long as it is suspended, and would not follow the machine to where it has stopped. Whoever has edited a
     * value of another thread is to stay there.
     */
    @Override
    public boolean isSuspended() {
        return thread.isSuspended() && (thread.isEntered()
                || state().filter(stop -> stop.reason() == StopReason.EDIT).isPresent());
    }

    @Override
    public void resume() throws DebugException {
        thread.resume();
    }

    @Override
    public void suspend() throws DebugException {
        thread.suspend();
    }

    @Override
    public boolean canStep(StepKind kind) {
        return thread.canStep(kind);
    }

    @Override
    public void step(StepKind kind) throws DebugException {
        thread.step(kind);
    }

    @Override
    public boolean isStepping() {
        return thread.isStepping();
    }

    @Override
    public boolean canTerminate() {
        return thread.canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public void terminate() throws DebugException {
        thread.terminate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WalkStackFrame that && thread == that.thread && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
