package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.PathLog;

/** Which kernel points a step from some place may end at. */
final class StepRule {

    private final Granularity granularity;
    private final int maxDepth;
    private final StepKind kind;
    private final Phase from;
    private final boolean forward;

    StepRule(Command.Step step, PathLog log) {
        this.granularity = step.granularity();
        this.kind = step.kind();
        this.forward = step.direction() == Direction.FORWARD;
        this.from = log.count() == 0 ? null : log.point(log.count()).function().phase();
        this.maxDepth = maxDepth(log);
    }

    private int maxDepth(PathLog log) {
        if (kind == StepKind.INTO) {
            return Integer.MAX_VALUE;
        }
        if (log.count() == 0) {
            return 0;
        }
        int depth = log.callDepth(log.count());
        KernelPoint.Kind leaving = forward ? KernelPoint.Kind.RETURN : KernelPoint.Kind.ENTRY;
        return kind == StepKind.RETURN || log.point(log.count()).kind() == leaving ? depth - 1 : depth;
    }

    /** Whether the step may end in the kernel at all. */
    boolean landsInKernel() {
        return switch (granularity) {
            case POINT, FUNCTION -> maxDepth > 0;
            case PHASE -> kind != StepKind.RETURN;
            case SYSTEM_CALL, STATEMENT -> false;
        };
    }

    /**
     * Whether it may end at a point.
     *
     * @param depth calls on the stack, see {@link PathLog#callDepth(int)}
     * @param caller phase of the function below the point's own on the stack, or null
     */
    boolean landsAt(KernelPoint point, int depth, Phase caller) {
        return switch (granularity) {
            case POINT -> depth <= maxDepth;
            case FUNCTION -> depth <= maxDepth && point.kind() == KernelPoint.Kind.ENTRY;
            case PHASE -> point.kind() == KernelPoint.Kind.ENTRY && changesPhase(point.function().phase(), caller);
            case SYSTEM_CALL, STATEMENT -> false;
        };
    }

    private boolean changesPhase(Phase phase, Phase caller) {
        if (kind == StepKind.OVER && from != null) {
            return forward ? phase.compareTo(from) > 0 : phase.compareTo(from) < 0;
        }
        return phase != caller;
    }
}
