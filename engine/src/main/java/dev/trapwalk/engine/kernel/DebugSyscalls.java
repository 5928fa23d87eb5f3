package dev.trapwalk.engine.kernel;

/** The system calls of debug builds with printing. */
public final class DebugSyscalls extends KernelPart {

    public DebugSyscalls(Kernel kernel) {
        super(kernel);
    }
}
