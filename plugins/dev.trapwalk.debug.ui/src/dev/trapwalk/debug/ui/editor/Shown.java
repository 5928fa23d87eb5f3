package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.DebugUi;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** What editors show of a stop; each can be switched off, for the whole workspace. */
public enum Shown {
    /** Results of statements at the ends of their lines. */
    VALUES,
    /** Whether expectations were met. */
    EXPECTATIONS,
    /** How often a point of a kernel listing was passed. */
    COVERAGE;

    private String key() {
        return "show." + name(); //$NON-NLS-1$
    }

    /** Whether it is shown. */
    public boolean isOn() {
        return Platform.getPreferencesService().getBoolean(DebugUi.PLUGIN_ID, key(), true, null);
    }

    /** Shows it or not. */
    public void show(boolean on) {
        preferences().putBoolean(key(), on);
    }

    static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(DebugUi.PLUGIN_ID);
    }
}
