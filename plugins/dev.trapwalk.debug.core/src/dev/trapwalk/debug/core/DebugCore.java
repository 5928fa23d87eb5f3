package dev.trapwalk.debug.core;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;

/** Identifiers that this bundle's {@code plugin.xml} declares, and its log. */
public final class DebugCore {

    /** This bundle. */
    public static final String PLUGIN_ID = "dev.trapwalk.debug.core";
    /** Debug model identifier of all elements and breakpoints. */
    public static final String MODEL_ID = PLUGIN_ID + ".model";
    /** Launch configuration type "seL4 walk". */
    public static final String LAUNCH_TYPE = PLUGIN_ID + ".walk";
    /** Marker type of breakpoints on lines of scenarios. */
    public static final String LINE_BREAKPOINT_MARKER = PLUGIN_ID + ".lineBreakpoint";

    private DebugCore() {
    }

    /** A status of this bundle. */
    public static IStatus status(int severity, String message, Throwable cause) {
        return new Status(severity, PLUGIN_ID, message, cause);
    }

    /** Writes to the platform's log. */
    public static void log(String message, Throwable cause) {
        ILog log = Platform.getLog(DebugCore.class);
        log.log(status(IStatus.ERROR, message, cause));
    }
}
