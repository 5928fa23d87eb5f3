package dev.trapwalk.debug.ui.expression;

import org.eclipse.osgi.util.NLS;

/** Texts of expression fields. */
final class Messages extends NLS {

    public static String assist;
    public static String wrong;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.expression.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
