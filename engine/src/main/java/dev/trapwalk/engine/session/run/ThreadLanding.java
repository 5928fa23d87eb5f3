package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.state.StopReason;

/** User mode of one thread. */
record ThreadLanding(Timeline timeline, long thread) implements Landing {

    @Override
    public boolean inKernel() {
        return false;
    }

    @Override
    public boolean at(KernelPoint point, int depth, Phase caller) {
        return false;
    }

    @Override
    public boolean inUserMode() {
        return timeline.entered() == thread;
    }

    @Override
    public StopReason reason() {
        return StopReason.PLACE_REACHED;
    }
}
