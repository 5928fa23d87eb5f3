package dev.trapwalk.debug.core.tests;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.core.commands.IDebugCommandRequest;
import org.eclipse.debug.core.commands.IEnabledStateRequest;

/** Asks an element for a command as the platform's buttons do, and waits until it was carried out. */
final class CommandRequest implements IEnabledStateRequest, IDebugCommandRequest {

    private static final int LIMIT_SECONDS = 60;

    private final Object[] elements;
    private final CountDownLatch done = new CountDownLatch(1);
    private IStatus status;
    private boolean enabled;

    private CommandRequest(Object element) {
        elements = new Object[] {element};
    }

    /** Has the command carried out on an element. */
    static void execute(Class<? extends IDebugCommandHandler> command, IAdaptable element) {
        CommandRequest request = new CommandRequest(element);
        Adapters.adapt(element, command).execute(request);
        request.await();
        if (request.status != null && !request.status.isOK()) {
            throw new AssertionError(request.status);
        }
    }

    /** Whether the command's button would be enabled. */
    static boolean isEnabled(Class<? extends IDebugCommandHandler> command, IAdaptable element) {
        CommandRequest request = new CommandRequest(element);
        Adapters.adapt(element, command).canExecute(request);
        request.await();
        return request.enabled;
    }

    /** The same, if that is said before the question returns. */
    static boolean isEnabledAtOnce(Class<? extends IDebugCommandHandler> command, IAdaptable element) {
        CommandRequest request = new CommandRequest(element);
        Adapters.adapt(element, command).canExecute(request);
        return request.done.getCount() == 0 && request.enabled;
    }

    private void await() {
        try {
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the command did not end");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public Object[] getElements() {
        return elements.clone();
    }

    @Override
    public void setEnabled(boolean result) {
        enabled = result;
    }

    @Override
    public void setStatus(IStatus result) {
        status = result;
    }

    @Override
    public IStatus getStatus() {
        return status;
    }

    @Override
    public void done() {
        done.countDown();
    }

    @Override
    public void cancel() {
        done.countDown();
    }

    @Override
    public boolean isCanceled() {
        return false;
    }
}
