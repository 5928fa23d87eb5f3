package dev.trapwalk.engine.api;

/** System call numbers of the non-MCS kernel (syscall.xml); the number is the whole of rdx. */
public enum Syscall {
    CALL(-1, "Call"), REPLY_RECV(-2, "ReplyRecv"), SEND(-3, "Send"), NB_SEND(-4, "NBSend"), RECV(-5, "Recv"),
    REPLY(-6, "Reply"), YIELD(-7, "Yield"), NB_RECV(-8, "NBRecv"),
    /** Debug builds with printing only, as all that follow. */
    DEBUG_PUT_CHAR(-9, "DebugPutChar"), DEBUG_DUMP_SCHEDULER(-10, "DebugDumpScheduler"), DEBUG_HALT(-11, "DebugHalt"),
    DEBUG_CAP_IDENTIFY(-12, "DebugCapIdentify"), DEBUG_SNAPSHOT(-13, "DebugSnapshot"),
    DEBUG_NAME_THREAD(-14, "DebugNameThread");

    private static final Syscall[] ALL = values();

    private final int number;
    private final String label;

    Syscall(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The number in rdx. */
    public int number() {
        return number;
    }

    /** The name without its {@code Sys}. */
    public String label() {
        return label;
    }

    /** Whether only a debug build has it. */
    public boolean isDebug() {
        return number <= -9;
    }

    /** The system call with a number, or null. */
    public static Syscall of(long number) {
        return number < 0 && number >= -ALL.length ? ALL[(int) (-number - 1)] : null;
    }

    @Override
    public String toString() {
        return label;
    }
}
