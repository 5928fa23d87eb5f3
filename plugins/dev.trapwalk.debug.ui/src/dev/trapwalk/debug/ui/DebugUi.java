package dev.trapwalk.debug.ui;

/** Identifiers that this bundle's {@code plugin.xml} declares. */
public final class DebugUi {

    /** This bundle. */
    public static final String PLUGIN_ID = "dev.trapwalk.debug.ui"; //$NON-NLS-1$
    /** The perspective "seL4 Walk". */
    public static final String PERSPECTIVE = PLUGIN_ID + ".perspective"; //$NON-NLS-1$
    /** The read-only editor of kernel listings. */
    public static final String LISTING_EDITOR = PLUGIN_ID + ".listingEditor"; //$NON-NLS-1$
    /** The platform's generic editor, in which scenarios open. */
    public static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor"; //$NON-NLS-1$
    /** Context in which our own key bindings hold: a stop of this debugger is selected. */
    public static final String CONTEXT = PLUGIN_ID + ".context"; //$NON-NLS-1$

    private DebugUi() {
    }
}
