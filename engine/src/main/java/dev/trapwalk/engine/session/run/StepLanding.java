package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.Advance;

/** Where a step ends. */
final class StepLanding implements Landing {

    private final Command.Step step;
    private final Timeline timeline;
    private final StepRule rule;
    /** The thread that has to be in user mode, or 0 for any. */
    private final long thread;

    StepLanding(Command.Step step, Timeline timeline, long thread) {
        this.step = step;
        this.timeline = timeline;
        this.rule = new StepRule(step, timeline.log());
        this.thread = step.kind() == StepKind.INTO ? 0 : thread;
    }

    @Override
    public boolean inKernel() {
        return rule.landsInKernel();
    }

    @Override
    public boolean at(KernelPoint point, int depth, Phase caller) {
        return rule.landsAt(point, depth, caller);
    }

    @Override
    public boolean inUserMode() {
        boolean afterCall = timeline.lastAdvance() == Advance.KERNEL;
        return switch (step.granularity()) {
            case POINT, FUNCTION, PHASE -> afterCall || timeline.atStatement();
            case SYSTEM_CALL -> afterCall && isThread();
            case STATEMENT -> isThread() && timeline.atStatement();
        };
    }

    private boolean isThread() {
        return thread == 0 || thread == timeline.entered();
    }

    @Override
    public StopReason reason() {
        return StopReason.STEP;
    }
}
