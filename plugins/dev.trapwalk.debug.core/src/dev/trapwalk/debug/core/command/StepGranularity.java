package dev.trapwalk.debug.core.command;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.Granularity;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** What the step commands count as one step: one choice for all sessions of a workspace, kept as a preference. */
public final class StepGranularity {

    private static final String KEY = "granularity";

    private StepGranularity() {
    }

    /** The choice; single kernel points unless another one was made. */
    public static Granularity current() {
        String name = Platform.getPreferencesService().getString(DebugCore.PLUGIN_ID, KEY,
                Granularity.POINT.name(), null);
        try {
            return Granularity.valueOf(name);
        } catch (IllegalArgumentException ofAnotherVersion) {
            return Granularity.POINT;
        }
    }

    /** Makes the choice. */
    public static void choose(Granularity granularity) {
        InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID).put(KEY, granularity.name());
    }
}
