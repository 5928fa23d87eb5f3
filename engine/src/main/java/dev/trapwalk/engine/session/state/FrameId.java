package dev.trapwalk.engine.session.state;

/**
 * Identity of a stack frame from stop to stop: which activation of which function in which thread. The user frame of a
 * thread is always the same one.
 *
 * @param tcb the thread
 * @param unit the unit in which the function was entered; -1 for the user frame
 * @param activation number of the entry point passed, within the unit; 0 for the user frame
 */
public record FrameId(long tcb, long unit, int activation) {

    /** The user frame of a thread. */
    public static FrameId user(long tcb) {
        return new FrameId(tcb, -1, 0);
    }
}
