package dev.trapwalk.debug.ui.tests;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Switches the workbench between the platform's light and dark theme. */
final class Theme {

    private static final int SLEEP_MILLIS = 300;

    private Theme() {
    }

    static void dark() {
        set("org.eclipse.e4.ui.css.theme.e4_dark");
    }

    /**
     * The platform takes back a dark style before the window system is light again: what no light style names would
     * get the dark system's colours, until the restart that the preferences ask for. Here the system goes first.
     */
    static void light() {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS").getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, false);
        } catch (ReflectiveOperationException anotherWindowSystem) {
            throw new AssertionError(anotherWindowSystem);
        }
        sleep();
        set("org.eclipse.e4.ui.css.theme.e4_default");
        renewHeaders();
    }

    /** A tree that had no columns when it turned dark keeps a dark header: SWT loses its style with the first column. */
    private static void renewHeaders() {
        IWorkbenchPage page = Workbench.page();
        IWorkbenchPart active = page.getActivePart();
        for (String id : List.of(IDebugUIConstants.ID_REGISTER_VIEW, IDebugUIConstants.ID_VARIABLE_VIEW)) {
            IViewPart view = page.findView(id);
            if (view != null) {
                page.hideView(view);
                show(page, id);
            }
        }
        if (active != null && page.findViewReference(active.getSite().getId()) != null) {
            page.activate(active);
        }
        Workbench.settle();
    }

    private static void show(IWorkbenchPage page, String id) {
        try {
            page.showView(id, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void set(String id) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.setTheme(id, false);
        Workbench.settle();
        sleep();
    }

    /**
     * SWT takes over the window system's new colours (of lists, for one) when the event loop is about to sleep, which
     * that of a workbench does all the time and that of a test does not.
     */
    private static void sleep() {
        Display display = Display.getCurrent();
        AtomicBoolean awake = new AtomicBoolean();
        display.timerExec(SLEEP_MILLIS, () -> awake.set(true));
        while (!awake.get()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }
}
