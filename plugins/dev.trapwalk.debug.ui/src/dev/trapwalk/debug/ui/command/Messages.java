package dev.trapwalk.debug.ui.command;

import org.eclipse.osgi.util.NLS;

/** Texts of commands. */
final class Messages extends NLS {

    public static String notWatchable;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.command.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
