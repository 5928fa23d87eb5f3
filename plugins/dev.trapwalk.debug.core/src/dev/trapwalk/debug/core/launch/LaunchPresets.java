package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/**
 * Prototypes of launch configurations that come with the debugger: ways to look at a scenario, for lessons and for
 * first steps. They are put into a workspace once; whoever changes or deletes one keeps it so.
 */
public enum LaunchPresets {

    /** Before the first instruction of any thread. */
    AT_START(true) {
        @Override
        List<String> stops() {
            return List.of();
        }
    },
    /** At each entry into the kernel by a system call. */
    AT_EACH_TRAP(false) {
        @Override
        List<String> stops() {
            return List.of("trap syscall any any");
        }
    },
    /** At each check of the fastpath, whatever its outcome. */
    AT_FASTPATH_CHECKS(false) {
        @Override
        List<String> stops() {
            List<String> stops = new ArrayList<>();
            KernelCatalogue.functions().stream().filter(function -> FASTPATHS.contains(function.name()))
                    .flatMap(function -> function.points().stream())
                    .filter(point -> point.kind() == KernelPoint.Kind.CHECK)
                    .forEach(point -> stops.add(point.id() + " point " + point.id()));
            return stops;
        }
    },
    /** Only where something goes wrong: errors, faults, expectations that do not hold. */
    ONLY_ERRORS(false) {
        @Override
        List<String> stops() {
            return List.of("any-error error", "any-fault fault", "unmet expectation");
        }
    };

    private static final Set<String> FASTPATHS = Set.of("fastpath_call", "fastpath_reply_recv");
    /** Attribute of prototypes by which they are known again when they have been renamed. */
    private static final String PRESET = DebugCore.PLUGIN_ID + ".preset";

    private final boolean stopAtStart;

    LaunchPresets(boolean stopAtStart) {
        this.stopAtStart = stopAtStart;
    }

    /** Breakpoints of the launch, as {@link LaunchAttributes#STOPS} has them. */
    abstract List<String> stops();

    /** What people read. */
    public String label() {
        return switch (this) {
            case AT_START -> Messages.presetStart;
            case AT_EACH_TRAP -> Messages.presetTrap;
            case AT_FASTPATH_CHECKS -> Messages.presetFastpath;
            case ONLY_ERRORS -> Messages.presetErrors;
        };
    }

    /** Gives a configuration what this preset is about; its scenario stays. */
    public void apply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.STOP_AT_START, stopAtStart);
        configuration.setAttribute(LaunchAttributes.STOPS, stops());
    }

    /** Puts those into the workspace that have never been there. */
    public static void install() throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
        String installed = Installed.names();
        Set<String> there = Stream.of(manager.getLaunchConfigurations(type, ILaunchConfiguration.PROTOTYPE))
                .map(LaunchPresets::preset).collect(Collectors.toSet());
        for (LaunchPresets preset : values()) {
            if (!there.contains(preset.name()) && !List.of(installed.split(",")).contains(preset.name())) {
                ILaunchConfigurationWorkingCopy prototype = type.newPrototypeInstance(null, preset.label());
                preset.apply(prototype);
                prototype.setAttribute(PRESET, preset.name());
                prototype.doSave();
            }
        }
        Installed.all();
    }

    private static String preset(ILaunchConfiguration prototype) {
        try {
            return prototype.getAttribute(PRESET, "");
        } catch (CoreException gone) {
            return "";
        }
    }

    /** Which presets a workspace has had: a preference, so that a deleted one does not come back. */
    private static final class Installed {

        private static final String KEY = "installedPresets";

        static String names() {
            return Platform.getPreferencesService()
                    .getString(DebugCore.PLUGIN_ID, KEY, "", null);
        }

        static void all() {
            InstanceScope.INSTANCE.getNode(DebugCore.PLUGIN_ID).put(KEY,
                    Stream.of(values()).map(Enum::name).collect(Collectors.joining(",")));
        }
    }
}
