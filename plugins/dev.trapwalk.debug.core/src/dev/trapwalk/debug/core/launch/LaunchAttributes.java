package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.script.BreakpointText;
import dev.trapwalk.engine.session.script.ScriptException;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** Attributes of a launch configuration of type "seL4 walk", with their defaults. {@link LaunchCheck} judges them. */
public final class LaunchAttributes {

    /** Workspace path of the scenario file. */
    public static final String SCENARIO = DebugCore.PLUGIN_ID + ".scenario";
    /** Whether to stop before the first user instruction. */
    public static final String STOP_AT_START = DebugCore.PLUGIN_ID + ".stopAtStart";
    /** History budget in MiB; 0 = no going back. */
    public static final String HISTORY_MIB = DebugCore.PLUGIN_ID + ".historyMiB";
    /** Absolute path of the folder with the user's seL4 sources; empty: the one of the preference. */
    public static final String KERNEL_SOURCE = DebugCore.PLUGIN_ID + ".kernelSource";
    /**
     * List of breakpoints that count in this launch only, beside those of the workspace: one a line, as scripts write
     * them, such as {@code errors error} or {@code left fastpath-left}.
     */
    public static final String STOPS = DebugCore.PLUGIN_ID + ".stops";
    /** Default history budget in MiB. */
    public static final int DEFAULT_HISTORY_MIB = (int) (SessionSettings.DEFAULT_HISTORY_BYTES >> 20);
    /** Largest history budget in MiB. */
    public static final int MAX_HISTORY_MIB = 16 * 1024;

    private LaunchAttributes() {
    }

    /** Workspace path of the scenario; empty when none was chosen. */
    public static String scenario(ILaunchConfiguration configuration) throws CoreException {
        return configuration.getAttribute(SCENARIO, "");
    }

    /** Whether to stop before the first user instruction. */
    public static boolean stopAtStart(ILaunchConfiguration configuration) throws CoreException {
        return configuration.getAttribute(STOP_AT_START, false);
    }

    /** Folder with the user's seL4 sources; empty when the preference counts. */
    public static String kernelSource(ILaunchConfiguration configuration) throws CoreException {
        return configuration.getAttribute(KERNEL_SOURCE, "");
    }

    /** Breakpoints of this launch only; a {@link ScriptException} says which line cannot be read. */
    public static List<Breakpoint> stops(ILaunchConfiguration configuration) throws CoreException {
        return configuration.getAttribute(STOPS, List.of()).stream().filter(line -> !line.isBlank())
                .map(BreakpointText::read).toList();
    }

    /** How the session is to be run. */
    public static SessionSettings settings(ILaunchConfiguration configuration) throws CoreException {
        int mib = configuration.getAttribute(HISTORY_MIB, DEFAULT_HISTORY_MIB);
        return SessionSettings.DEFAULT.withStopAtStart(stopAtStart(configuration)).withHistoryBytes((long) mib << 20);
    }
}
