package dev.trapwalk.debug.ui.tests;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
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
