package dev.trapwalk.debug.ui.view;

import org.eclipse.osgi.util.NLS;

/** Texts that mean the same in every view. */
final class Messages extends NLS {

    public static String changedByStep;
    public static String changedSinceStop;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.view.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
