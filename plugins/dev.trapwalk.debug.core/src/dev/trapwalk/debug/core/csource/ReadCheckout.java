package dev.trapwalk.debug.core.csource;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Reads a checkout in the background, so that it is known when the first frame is to be shown. */
public final class ReadCheckout extends Job {

    private final Checkout checkout;

    private ReadCheckout(Checkout checkout) {
        super(Messages.bind(Messages.reading, checkout.folder()));
        this.checkout = checkout;
    }

    /** Begins to read what has changed since the last time. */
    public static void start(Checkout checkout) {
        new ReadCheckout(checkout).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        checkout.refresh();
        return Status.OK_STATUS;
    }
}
