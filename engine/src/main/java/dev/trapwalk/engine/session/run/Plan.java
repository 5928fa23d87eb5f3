package dev.trapwalk.engine.session.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.trapwalk.engine.point.KernelPoint;

/** Where a location makes the machine be looked at: at which points, at which words, before which statements. */
final class Plan {

    final List<KernelPoint> points = new ArrayList<>();
    Looker looker = moment -> true;
    final List<Watched> watched = new ArrayList<>();
    /** Looked at in user mode before each unit, or null. */
    Looker userMode;
    /** What a hit in user mode is, in words. */
    Supplier<String> userModeDetail = () -> "";
    /** Why the location cannot be looked at, or null. */
    String problem;

    static Plan failing(String problem) {
        Plan plan = new Plan();
        plan.problem = problem;
        return plan;
    }
}
