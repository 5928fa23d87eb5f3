package dev.trapwalk.engine.point;

/**
 * The switch between the kernel and whoever watches it. The kernel announces each point here; with nobody watching that is
 * one comparison, with breakpoints an array lookup by point index, and only an armed point reaches the {@link Probe}.
 */
public final class Path {

    /** False only in a benchmark that measures what the points cost: the JIT compiler then removes them. */
    private static final boolean PRESENT = !Boolean.getBoolean("trapwalk.points.removed");

    private boolean[] armed;
    private Probe probe;
    /** Functions that were entered and have not returned, innermost last; kept only while watched. */
    private KernelFunction[] stack = new KernelFunction[64];
    private int depth;

    /**
     * Attaches a watcher.
     *
     * @param probe is told of the armed points
     * @param armed by {@link KernelPoint#index()}; the array is read live, so its owner may change entries any time
     */
    public void attach(Probe probe, boolean[] armed) {
        this.probe = probe;
        this.armed = armed;
    }

    /** Detaches the watcher. */
    public void detach() {
        this.armed = null;
        this.probe = null;
    }

    /** Passes a function's entry. */
    public void enter(KernelFunction function, long a, long b, long c, long d) {
        if (PRESENT && armed != null) {
            push(function);
            report(function.entry(), true, a, b, c, d);
        }
    }

    /** Passes a decision and hands its outcome back. */
    public boolean decide(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        if (PRESENT && armed != null) {
            report(point, outcome, a, b, c, d);
        }
        return outcome;
    }

    /** Passes an action. */
    public void act(KernelPoint point, long a, long b, long c, long d) {
        if (PRESENT && armed != null) {
            report(point, true, a, b, c, d);
        }
    }

    /** Passes the return of the innermost function. */
    public void leave(long result) {
        if (PRESENT && armed != null && depth > 0) {
            report(stack[depth - 1].exit(), true, result, 0, 0, 0);
            depth--;
        }
    }

    /** Forgets the kernel stack: each kernel entry starts on an empty one. */
    public void unwind() {
        depth = 0;
    }

    /** Number of functions entered and not yet left; 0 when nobody watches. */
    public int depth() {
        return depth;
    }

    /** The function at {@code level}, 0 = outermost. */
    public KernelFunction function(int level) {
        return stack[level];
    }

    private void push(KernelFunction function) {
        if (depth == stack.length) {
            stack = java.util.Arrays.copyOf(stack, depth * 2);
        }
        stack[depth++] = function;
    }

    private void report(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        if (armed[point.index()]) {
            probe.passed(point, outcome, a, b, c, d);
        }
    }
}
