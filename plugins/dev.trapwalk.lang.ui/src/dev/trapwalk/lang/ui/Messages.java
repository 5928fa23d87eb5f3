package dev.trapwalk.lang.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the editors. */
public final class Messages extends NLS {
    public static String DiagnosticMarkers_Job;
    public static String Rename_Title;
    public static String Rename_Prompt;
    public static String Rename_Nothing;
    public static String Format_Syntax;
    public static String Link_Declaration;
    public static String Holders_Label;
    public static String Holders_None;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
