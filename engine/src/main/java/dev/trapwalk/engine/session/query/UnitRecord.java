package dev.trapwalk.engine.session.query;

import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.PathLog;

/**
 * A unit as a whole: one user instruction with the kernel entry that it caused.
 *
 * @param unit its number
 * @param thread TCB of the thread that executed it
 * @param path all points passed in it
 * @param before the machine in user mode before it
 * @param after the machine in user mode after it, or where it could not go on
 */
public record UnitRecord(long unit, long thread, PathLog path, MachineImage before, MachineImage after) {

    /** The mark of a point of this unit. */
    public Mark mark(int point) {
        return new Mark(unit, point);
    }

    /** Whether the kernel was entered. */
    public boolean enteredKernel() {
        return path.count() > 0;
    }
}
