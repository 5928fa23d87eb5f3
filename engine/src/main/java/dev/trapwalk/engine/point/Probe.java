package dev.trapwalk.engine.point;

/**
 * Whoever watches the kernel. Called on the thread that runs the machine, in the middle of the kernel; it may wait there.
 */
@FunctionalInterface
public interface Probe {

    /**
     * The machine passes a point.
     *
     * @param point which one
     * @param outcome of a check or branch; true otherwise
     * @param a first operand of the point, or 0
     * @param b second operand, or 0
     * @param c third operand, or 0
     * @param d fourth operand, or 0
     */
    void passed(KernelPoint point, boolean outcome, long a, long b, long c, long d);
}
