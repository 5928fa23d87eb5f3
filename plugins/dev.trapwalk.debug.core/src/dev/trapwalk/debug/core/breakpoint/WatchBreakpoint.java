package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;

/** Stops where words of the machine are accessed: memory, a slot, a field, an MDB link, a ready queue. */
public final class WatchBreakpoint extends KernelBreakpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.WATCH;
    }

    @Override
    String placeText(Location location) {
        Location.Watch watch = (Location.Watch) location;
        return Messages.bind(Messages.access(watch.access()), placeText(watch.target()));
    }

    /** What is watched, in words. */
    public static String placeText(WatchTarget target) {
        if (target instanceof WatchTarget.Memory memory) {
            return Messages.bind(Messages.watchMemory, "0x" + Long.toHexString(memory.address()), memory.bytes());
        } else if (target instanceof WatchTarget.Slot slot) {
            return Messages.bind(Messages.watchSlot, slot.container(), slot.index());
        } else if (target instanceof WatchTarget.Field field) {
            return Messages.bind(Messages.watchField, field.object(), field.field());
        } else if (target instanceof WatchTarget.MdbLink link) {
            return Messages.bind(Messages.watchMdbLink, link.container(), link.index());
        } else if (target instanceof WatchTarget.ReadyQueue queue) {
            return Messages.bind(Messages.watchQueue, queue.priority(), queue.domain());
        }
        return ((WatchTarget.Global) target).name();
    }
}
