package dev.trapwalk.cli;

/** What the process ends with. */
public final class ExitCodes {

    /** Nothing is wrong. */
    public static final int OK = 0;
    /** The input has errors, or the run ended in one. */
    public static final int ERRORS = 1;
    /** The command line is wrong (picocli's own code). */
    public static final int USAGE = 2;
    /** A file cannot be read or written. */
    public static final int UNREADABLE = 3;

    private ExitCodes() {
    }
}
