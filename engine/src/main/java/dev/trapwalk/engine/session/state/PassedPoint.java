package dev.trapwalk.engine.session.state;

import java.util.List;

import dev.trapwalk.engine.point.KernelPoint;

/**
 * That the machine passed a kernel point.
 *
 * @param number of the point within its unit, 1 = first: the mark's point
 * @param point which one
 * @param outcome of a decision; true otherwise
 * @param depth functions on the kernel stack, the point's own included
 * @param operands values in the order of {@link KernelPoint#operands()}; of a return: the result
 */
public record PassedPoint(int number, KernelPoint point, boolean outcome, int depth, List<Long> operands) {

    public PassedPoint {
        operands = List.copyOf(operands);
    }
}
