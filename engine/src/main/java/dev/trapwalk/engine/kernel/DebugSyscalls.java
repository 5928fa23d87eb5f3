package dev.trapwalk.engine.kernel;

/** The system calls of debug builds with printing. */
public final class DebugSyscalls extends KernelPart {

    public DebugSyscalls(Kernel kernel) {
        super(kernel);
    }

    /** Enters a new TCB into the list of all TCBs and names it after the thread that made it (createObject). */
    public void tcbDebugAppend(long thread) {
        throw new NotModelledException("tcbDebugAppend");
    }

    /** Takes a TCB that is being deleted out of the list of all TCBs. */
    public void tcbDebugRemove(long thread) {
        throw new NotModelledException("tcbDebugRemove");
    }
}
