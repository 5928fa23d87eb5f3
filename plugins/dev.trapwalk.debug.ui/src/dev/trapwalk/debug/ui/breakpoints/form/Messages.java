package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import org.eclipse.osgi.util.NLS;

/** Texts of the forms. */
final class Messages extends NLS {

    public static String access;
    public static String accessChange;
    public static String accessRead;
    public static String accessReadOrWrite;
    public static String accessWrite;
    public static String address;
    public static String any;
    public static String badCptr;
    public static String badSystemCall;
    public static String bytes;
    public static String capType;
    public static String check;
    public static String checkWithText;
    public static String choosePoint;
    public static String condition;
    public static String conditionHint;
    public static String conditionWrong;
    public static String consumed;
    public static String container;
    public static String cptr;
    public static String created;
    public static String domain;
    public static String error;
    public static String fault;
    public static String field;
    public static String functionOfPhase;
    public static String hitCount;
    public static String hitsAll;
    public static String hitsAtLeast;
    public static String hitsEqual;
    public static String hitsEvery;
    public static String ignoreWhile;
    public static String ignoreWhileHint;
    public static String ignoreWhileWrong;
    public static String label;
    public static String logMessage;
    public static String logMessageHint;
    public static String messageWrong;
    public static String missingField;
    public static String missingMemory;
    public static String missingMessage;
    public static String missingQueue;
    public static String missingSlot;
    public static String missingVariable;
    public static String modeFails;
    public static String modeHolds;
    public static String modePassed;
    public static String neither;
    public static String noTrigger;
    public static String numbered;
    public static String object;
    public static String pointWithText;
    public static String policy;
    public static String policyLog;
    public static String policySuspend;
    public static String priority;
    public static String readingNames;
    public static String slot;
    public static String systemCall;
    public static String tcbSlot;
    public static String thread;
    public static String threads;
    public static String threadsHint;
    public static String trigger;
    public static String variable;
    public static String watchField;
    public static String watchGlobal;
    public static String watchMdbLink;
    public static String watchMemory;
    public static String watchReadyQueue;
    public static String watchSlot;
    public static String watched;

    static {
        NLS.initializeMessages("dev.trapwalk.debug.ui.breakpoints.form.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }

    static String access(Access access) {
        return switch (access) {
            case CHANGE -> accessChange;
            case READ -> accessRead;
            case READ_OR_WRITE -> accessReadOrWrite;
            case WRITE -> accessWrite;
        };
    }

    static String watchable(Watchable watchable) {
        return switch (watchable) {
            case SLOT -> watchSlot;
            case FIELD -> watchField;
            case MDB_LINK -> watchMdbLink;
            case READY_QUEUE -> watchReadyQueue;
            case GLOBAL -> watchGlobal;
            case MEMORY -> watchMemory;
        };
    }
}
