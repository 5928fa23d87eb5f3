package dev.trapwalk.debug.ui.tests;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** Switches the workbench between the platform's light and dark theme. */
final class Theme {

    private Theme() {
    }

    static void dark() {
        set("org.eclipse.e4.ui.css.theme.e4_dark");
    }

    static void light() {
        set("org.eclipse.e4.ui.css.theme.e4_default");
    }

    private static void set(String id) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.setTheme(id, false);
        Workbench.settle();
    }
}
