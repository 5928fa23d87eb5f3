package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;

/** Looks at the points of a unit one by one. */
@FunctionalInterface
interface PointVisitor {

    /**
     * The machine passes a point.
     *
     * @param number of the point within its unit, 1 = first
     * @param depth functions on the kernel stack, the point's own included
     * @return whether to stop here
     */
    boolean stopAt(int number, KernelPoint point, boolean outcome, int depth, long a, long b, long c, long d);
}
