package dev.trapwalk.debug.core.analysis;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.query.UnitRecord;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Finds the kernel entry of a system call in a session that stands still. Each call waits until it is answered or
 * cancelled: not for the user interface thread.
 */
public final class CallSearch {

    private static final long PATIENCE_MILLIS = 50;
    /** Most units between the beginning of a system call and its return that are looked through. */
    private static final int MOST_UNITS = 1_000;

    private final Session session;

    /** In that session. */
    public CallSearch(Session session) {
        this.session = session;
    }

    /** The kernel entry of a thread that returned to its program at a unit: the last one before. */
    public UnitRecord before(long unit, String thread, IProgressMonitor monitor) throws CoreException {
        long tcb = session.state().flatMap(state -> state.machine().objects().named(thread))
                .map(object -> object.address()).orElseThrow(() -> failure(Messages.noKernelEntry));
        return from(unit - 1, tcb, -1, monitor);
    }

    UnitRecord from(long first, long tcb, int direction, IProgressMonitor monitor) throws CoreException {
        for (long unit = first; unit >= 0 && Math.abs(unit - first) < MOST_UNITS; unit += direction) {
            UnitRecord record = ask(new Command.RecordUnit(unit), monitor);
            if (record.enteredKernel() && record.thread() == tcb) {
                return record;
            }
        }
        throw failure(Messages.noKernelEntry);
    }

    <T> T ask(Command<T> command, IProgressMonitor monitor) throws CoreException {
        CompletableFuture<Result<T>> answer = session.submit(command).toCompletableFuture();
        while (true) {
            try {
                Result<T> result = answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (!result.isOk()) {
                    throw failure(result.message());
                }
                return result.get();
            } catch (TimeoutException stillRunning) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException broken) {
                throw new CoreException(DebugCore.status(IStatus.ERROR, broken.getMessage(), broken));
            }
        }
    }

    static CoreException failure(String message) {
        return new CoreException(DebugCore.status(IStatus.ERROR, message, null));
    }
}
