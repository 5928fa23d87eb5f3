package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;

/**
 * Base of the classes that hold kernel functions: gives them the machine, and the few words with which a function
 * announces its points. A kernel function is a Java method of the C name that begins with {@code enter(...)} and ends
 * with {@code leave(...)}; decisions are written {@code if (check(POINT, condition, operands...))}.
 */
public abstract class KernelPart {

    /** The whole kernel: reaches the functions of the other parts. */
    protected final Kernel kernel;
    /** Physical memory, where all state is. */
    protected final PhysicalMemory memory;
    /** The kernel's global variables. */
    protected final KernelGlobals globals;
    private final Path path;

    protected KernelPart(Kernel kernel) {
        this.kernel = kernel;
        this.memory = kernel.memory();
        this.globals = kernel.globals();
        this.path = kernel.path();
    }

    /**
     * What the C kernel's {@code fail()} does in a release build: it halts. Only a machine gets here whose memory
     * somebody changed.
     *
     * @param why what the kernel found, as in its own message
     */
    protected static NotModelledException halt(KernelFunction function, String why) {
        return new NotModelledException("halt (" + function.name() + ": " + why + ")");
    }

    protected final void enter(KernelFunction function) {
        path.enter(function, 0, 0, 0, 0);
    }

    protected final void enter(KernelFunction function, long a) {
        path.enter(function, a, 0, 0, 0);
    }

    protected final void enter(KernelFunction function, long a, long b) {
        path.enter(function, a, b, 0, 0);
    }

    protected final void enter(KernelFunction function, long a, long b, long c) {
        path.enter(function, a, b, c, 0);
    }

    protected final void enter(KernelFunction function, long a, long b, long c, long d) {
        path.enter(function, a, b, c, d);
    }

    protected final void leave() {
        path.leave(0);
    }

    protected final boolean leave(boolean result) {
        path.leave(result ? 1 : 0);
        return result;
    }

    protected final long leave(long result) {
        path.leave(result);
        return result;
    }

    protected final int leave(int result) {
        path.leave(result);
        return result;
    }

    protected final ExceptionStatus leave(ExceptionStatus result) {
        path.leave(result.ordinal());
        return result;
    }

    protected final boolean check(KernelPoint point, boolean outcome) {
        return path.decide(point, outcome, 0, 0, 0, 0);
    }

    protected final boolean check(KernelPoint point, boolean outcome, long a) {
        return path.decide(point, outcome, a, 0, 0, 0);
    }

    protected final boolean check(KernelPoint point, boolean outcome, long a, long b) {
        return path.decide(point, outcome, a, b, 0, 0);
    }

    protected final boolean check(KernelPoint point, boolean outcome, long a, long b, long c) {
        return path.decide(point, outcome, a, b, c, 0);
    }

    protected final boolean check(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        return path.decide(point, outcome, a, b, c, d);
    }

    protected final void act(KernelPoint point) {
        path.act(point, 0, 0, 0, 0);
    }

    protected final void act(KernelPoint point, long a) {
        path.act(point, a, 0, 0, 0);
    }

    protected final void act(KernelPoint point, long a, long b) {
        path.act(point, a, b, 0, 0);
    }

    protected final void act(KernelPoint point, long a, long b, long c) {
        path.act(point, a, b, c, 0);
    }

    protected final void act(KernelPoint point, long a, long b, long c, long d) {
        path.act(point, a, b, c, d);
    }
}
