package dev.trapwalk.debug.core.memory;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockRetrievalExtension;

/** What makes a debug target a source of memory blocks: one for all its threads, so that views keep all blocks. */
public interface TargetMemory extends IMemoryBlockRetrievalExtension {

    /** The machine at the last stop. */
    Optional<StopState> stopState();

    /** Whether the session has ended. */
    boolean isTerminated();

    /**
     * Changes words of the machine. Values that the kernel could never produce are refused at once; otherwise the
     * session takes them over later, and says so by a stop.
     */
    void edit(Collection<Command.SetValue> values) throws DebugException;

    @Override
    default boolean supportsStorageRetrieval() {
        return stopState().isPresent() && !isTerminated();
    }

    /**
     * Memory from where an expression leads to.
     *
     * @param context the element selected: a thread or one of its frames, else physical addresses are meant
     */
    @Override
    default WalkMemoryBlock getExtendedMemoryBlock(String expression, Object context) throws DebugException {
        StopState stop = stopState().orElseThrow(() -> MemoryExpression.failure(Messages.notStopped));
        WalkThread thread = context instanceof WalkStackFrame frame ? frame.getThread()
                : context instanceof WalkThread selected ? selected : null;
        Optional<ThreadSnapshot> selected = Optional.ofNullable(thread).map(WalkThread::snapshot);
        return new WalkMemoryBlock((WalkDebugTarget) this, expression.strip(),
                MemoryExpression.read(stop, selected, expression), 0);
    }

    /** A block of fixed length in the kernel window, or of physical addresses. */
    @Override
    default IMemoryBlock getMemoryBlock(long startAddress, long length) throws DebugException {
        AddressSpace space = AddressSpace.inKernelWindow(startAddress) ? new AddressSpace.KernelWindow()
                : new AddressSpace.Physical();
        return new WalkMemoryBlock((WalkDebugTarget) this, Describer.hex(startAddress),
                new MemoryExpression(space, startAddress), length);
    }
}
