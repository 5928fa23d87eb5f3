package dev.trapwalk.debug.core.csource;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IDebugTarget;

/** Which folder holds the user's seL4 sources: a preference of the workspace, which a launch configuration overrides. */
public final class Checkouts {

    /** Key of the preference, in the node of this bundle: an absolute path, or empty. */
    public static final String KEY = "kernelSource";

    private Checkouts() {
    }

    /** The folder that the preference names. */
    public static Optional<Checkout> preferred() {
        return at(Platform.getPreferencesService().getString(DebugCore.PLUGIN_ID, KEY, "", null));
    }

    /** Makes a folder the preferred one; empty for none. */
    public static void prefer(String folder) {
        InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID).put(KEY, folder);
    }

    /** The folder that a launch configuration names itself; null stands for a launch without one. */
    public static Optional<Checkout> own(ILaunchConfiguration configuration) {
        try {
            return configuration == null ? Optional.empty() : at(LaunchAttributes.kernelSource(configuration));
        } catch (CoreException gone) {
            return Optional.empty();
        }
    }

    /** All folders that count now: the preferred one and those of launches under way. */
    public static Set<Checkout> all() {
        Set<Checkout> all = new LinkedHashSet<>();
        preferred().ifPresent(all::add);
        for (IDebugTarget target : DebugPlugin.getDefault().getLaunchManager().getDebugTargets()) {
            if (target instanceof WalkDebugTarget walk) {
                walk.kernelSource().ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Checkout> at(String folder) {
        try {
            return folder.isBlank() ? Optional.empty() : Optional.of(Checkout.at(Path.of(folder.strip())));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
