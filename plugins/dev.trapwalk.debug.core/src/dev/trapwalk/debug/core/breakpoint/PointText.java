package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;

/** A kernel point in the words of a breakpoint's label, such as {@code fastpath_call: length  (fails)}. */
final class PointText {

    private PointText() {
    }

    static String of(String pointId, Mode mode) {
        int slash = pointId.indexOf('/');
        String place = slash < 0 ? pointId : pointId.substring(0, slash) + ": " + pointId.substring(slash + 1);
        return switch (mode) {
            case PASSED -> place;
            case HOLDS -> Messages.bind(Messages.pointHolds, place);
            case FAILS -> Messages.bind(Messages.pointFails, place);
        };
    }
}
