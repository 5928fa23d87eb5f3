package dev.trapwalk.debug.ui.path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Tells a click from a double click. The first click of a double click does nothing by itself: what a click does waits
 * as long as a second one may follow.
 */
final class Clicks implements Listener {

    private final Control control;
    private final Listener click;
    private final Listener doubleClick;
    private final Runnable later;
    private Event pending;
    private boolean afterDouble;

    private Clicks(Control control, Listener click, Listener doubleClick) {
        this.control = control;
        this.click = click;
        this.doubleClick = doubleClick;
        this.later = this::clickAlone;
    }

    /** Listens to the first mouse button. */
    static void on(Control control, Listener click, Listener doubleClick) {
        Clicks clicks = new Clicks(control, click, doubleClick);
        control.addListener(SWT.MouseUp, clicks);
        control.addListener(SWT.MouseDoubleClick, clicks);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.button != 1) {
            return;
        }
        if (event.type == SWT.MouseDoubleClick) {
            pending = null;
            afterDouble = true;
            control.getDisplay().timerExec(-1, later);
            doubleClick.handleEvent(event);
        } else if (afterDouble) {
            afterDouble = false;
        } else {
            pending = event;
            control.getDisplay().timerExec(control.getDisplay().getDoubleClickTime(), later);
        }
    }

    private void clickAlone() {
        if (pending != null && !control.isDisposed()) {
            click.handleEvent(pending);
        }
        pending = null;
    }
}
