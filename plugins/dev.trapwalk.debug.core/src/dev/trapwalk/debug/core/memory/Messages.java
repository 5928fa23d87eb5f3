package dev.trapwalk.debug.core.memory;

import org.eclipse.osgi.util.NLS;

/** Texts of memory blocks. */
final class Messages extends NLS {

    public static String blockLabel;
    public static String fixedBase;
    public static String kernelWindow;
    public static String noAddress;
    public static String noSuchThread;
    public static String notStopped;
    public static String physical;
    public static String unmappedWrite;
    public static String virtual;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.memory.messages", Messages.class);
    }

    private Messages() {
    }
}
