package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.state.StopReason;

/** Where a move of the machine is to end, if nothing stops it before. */
interface Landing {

    /** A move without an end of its own: resume. */
    Landing NOWHERE = new Landing() {
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
            return false;
        }

        @Override
        public StopReason reason() {
            return StopReason.PLACE_REACHED;
        }
    };

    /** Whether it can be at a kernel point; if not, kernel entries are run at full speed. */
    boolean inKernel();

    /**
     * Whether it is at this point, {@code depth} calls deep; {@code caller} is the phase of the calling function, or
     * null.
     */
    boolean at(KernelPoint point, int depth, Phase caller);

    /** Whether it is here, in user mode. */
    boolean inUserMode();

    /** What to say when it is reached. */
    StopReason reason();
}
