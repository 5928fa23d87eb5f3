package dev.trapwalk.lang.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of the editors. */
public final class Messages extends NLS {
    public static String DiagnosticMarkers_Job;
    public static String FileChecks_Job;
    public static String Rename_Title;
    public static String Rename_Prompt;
    public static String Rename_Nothing;
    public static String Format_NoOrder;
    public static String Profile_Description;
    public static String Profile_Label;
    public static String Profile_Loader;
    public static String Profile_Rust;
    public static String Profile_Simulator;
    public static String Profile_Verified;
    public static String Format_Syntax;
    public static String Link_Declaration;
    public static String Holders_Label;
    public static String Holders_None;
    public static String Graph_Job;
    public static String Graph_Cancelled;
    public static String Graph_Empty;
    public static String Graph_NoObjects;
    public static String Graph_NoMatch;
    public static String Graph_Counts;
    public static String Graph_Incomplete;
    public static String Graph_Thread;
    public static String Graph_AllThreads;
    public static String Graph_ThreadTip;
    public static String Graph_Filter;
    public static String Graph_FilterTip;
    public static String Graph_Export;
    public static String Graph_ExportSvg;
    public static String Graph_ExportDot;
    public static String Graph_ExportFailed;
    public static String Graph_Fit;
    public static String Graph_CollapseAll;
    public static String Graph_Expand;
    public static String Graph_Collapse;
    public static String Graph_OnlyThread;
    public static String Graph_OnlyObject;
    public static String Graph_Declaration;
    public static String Table_Job;
    public static String Table_Subject;
    public static String Table_Filter;
    public static String Table_None;
    public static String CSpace_Empty;
    public static String AddressSpace_Empty;
    public static String Compare_Title;
    public static String Compare_Same;
    public static String Compare_Count;
    public static String Compare_Objects;
    public static String Compare_Capabilities;
    public static String Compare_CPtrs;
    public static String Compare_Unreadable;
    public static String LayoutLaunch_Title;
    public static String LayoutLaunch_Question;
    public static String LayoutLaunch_NoThread;
    public static String LayoutLaunch_NoFile;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
