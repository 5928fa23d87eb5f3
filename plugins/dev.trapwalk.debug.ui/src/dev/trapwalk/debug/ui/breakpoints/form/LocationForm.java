package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** Asks where a breakpoint of one kind looks. */
public abstract class LocationForm {

    private Runnable changed = () -> { };

    /** The form of a kind of breakpoint. */
    public static LocationForm of(BreakpointKind kind) {
        return switch (kind) {
            case POINT -> new PointForm();
            case SYSTEM_CALL -> new SystemCallForm();
            case INVOCATION -> new InvocationForm();
            case ERROR -> OneChoiceForm.error();
            case FAULT -> OneChoiceForm.fault();
            case FASTPATH_LEFT -> OneChoiceForm.fastpathLeft();
            case THREAD_SWITCH -> OneChoiceForm.threadSwitch();
            case REPLY -> new ReplyForm();
            case WATCH -> new WatchForm();
            case EXPECTATION -> new ExpectationForm();
        };
    }

    /** Is run after every change. */
    public final void onChange(Runnable listener) {
        changed = listener;
    }

    /** To be called after every change. */
    protected final void changed() {
        changed.run();
    }

    /** Creates the inputs, in a grid of two columns. */
    public abstract void create(Composite page);

    /** Offers the names of a layout. */
    public void offer(ObjectTable objects) {
        // Most forms ask for names of the kernel only.
    }

    /** Fills the inputs; the location is of this form's kind. */
    public abstract void show(Location location);

    /** What was filled in; empty while that is no location, see {@link #problem()}. */
    public abstract Optional<Location> location();

    /** What is missing or wrong, and what to do. */
    public String problem() {
        return ""; //$NON-NLS-1$
    }
}
