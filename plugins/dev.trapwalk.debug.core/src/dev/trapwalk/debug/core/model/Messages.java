package dev.trapwalk.debug.core.model;

import org.eclipse.osgi.util.NLS;

/** Texts of the debug model. */
final class Messages extends NLS {

    public static String notChangeable;
    public static String notEntered;
    public static String notStopped;
    public static String registersControl;
    public static String registersLive;
    public static String registersMessage;
    public static String registersSaved;
    public static String scenarioChanged;
    public static String scenarioGone;
    public static String targetName;
    public static String targetNameChanged;
    public static String targetNameGone;
    public static String userMode;
    public static String wrongAt;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.model.messages", Messages.class);
    }

    private Messages() {
    }
}
