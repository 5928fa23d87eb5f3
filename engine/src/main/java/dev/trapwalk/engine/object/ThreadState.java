package dev.trapwalk.engine.object;

/** Thread states with seL4's numbers (_thread_state, non-MCS): the ordinal is the number in the TCB. */
public enum ThreadState {
    INACTIVE("Inactive"), RUNNING("Running"), RESTART("Restart"), BLOCKED_ON_RECEIVE("BlockedOnReceive"),
    BLOCKED_ON_SEND("BlockedOnSend"), BLOCKED_ON_REPLY("BlockedOnReply"),
    BLOCKED_ON_NOTIFICATION("BlockedOnNotification"), IDLE("Idle");

    private static final ThreadState[] ALL = values();

    private final String label;

    ThreadState(String label) {
        this.label = label;
    }

    /** seL4's number of this state. */
    public int number() {
        return ordinal();
    }

    /** The name without its {@code ThreadState_}. */
    public String label() {
        return label;
    }

    /** The state with a number, or null if no state has it. */
    public static ThreadState of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : null;
    }
}
