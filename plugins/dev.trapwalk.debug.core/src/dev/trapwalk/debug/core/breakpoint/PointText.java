package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;

/** A kernel point in the words of a breakpoint's label, such as {@code fastpath_call: length <= 4  (fails)}. */
final class PointText {

    private PointText() {
    }

    static String of(String pointId, Mode mode) {
        String place = KernelCatalogue.point(pointId).map(PointText::place).orElse(pointId);
        return switch (mode) {
            case PASSED -> place;
            case HOLDS -> Messages.bind(Messages.pointHolds, place);
            case FAILS -> Messages.bind(Messages.pointFails, place);
        };
    }

    private static String place(KernelPoint point) {
        return point.function().name() + ": " + point.rule().orElse(point.name());
    }
}
