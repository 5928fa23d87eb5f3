package dev.trapwalk.debug.core.model;

import org.eclipse.osgi.util.NLS;

/** Texts of the debug model. */
final class Messages extends NLS {

    static String cannotDisconnect;
    static String notChangeable;
    static String registersControl;
    static String registersLive;
    static String registersMessage;
    static String registersSaved;
    static String targetName;
    static String useMemoryExpression;
    static String userMode;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.core.model.messages", Messages.class);
    }

    private Messages() {
    }
}
