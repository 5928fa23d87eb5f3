package dev.trapwalk.lang.ui.tests;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** Light and dark paper. */
final class Themes {
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    private Themes() {
    }

    /** Switches the whole workbench; returns whether that theme is installed. */
    static boolean use(String id) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        boolean installed = engine != null && engine.getThemes().stream().anyMatch(theme -> theme.getId().startsWith(id));
        if (installed) {
            engine.getThemes().stream().filter(theme -> theme.getId().startsWith(id)).findFirst()
                    .ifPresent(theme -> engine.setTheme(theme.getId(), false));
        }
        return installed;
    }
}
