package dev.trapwalk.debug.ui.perspective;

import org.eclipse.osgi.util.NLS;

/** Texts of the perspective. */
final class Messages extends NLS {

    public static String onboarding;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.perspective.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
