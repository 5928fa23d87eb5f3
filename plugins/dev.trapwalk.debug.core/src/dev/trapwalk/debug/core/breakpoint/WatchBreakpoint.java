package dev.trapwalk.debug.core.breakpoint;

import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IWatchpoint;

/**
 * Stops where words of the machine are accessed: memory, a slot, a field, an MDB link, a ready queue.
 * <p>
 * To the platform reading is an access, and a store is a modification whether it counts always (write) or only when the
 * value becomes another (change). Who wants both reading and changes gets reading and writing: the session knows no
 * watch of reads and changes. With neither the breakpoint is disabled.
 */
public final class WatchBreakpoint extends KernelBreakpoint implements IWatchpoint {

    @Override
    public BreakpointKind kind() {
        return BreakpointKind.WATCH;
    }

    @Override
    String placeText(Location location) {
        Location.Watch watch = (Location.Watch) location;
        return Messages.bind(Messages.access(watch.access()), placeText(watch.target()));
    }

    /** What counts now; empty when nothing does. */
    private Optional<Access> counting() throws CoreException {
        return isEnabled() ? location().map(location -> ((Location.Watch) location).access()) : Optional.empty();
    }

    @Override
    public boolean isAccess() throws CoreException {
        return counting().filter(access -> access == Access.READ || access == Access.READ_OR_WRITE).isPresent();
    }

    @Override
    public boolean isModification() throws CoreException {
        return counting().filter(access -> access != Access.READ).isPresent();
    }

    @Override
    public boolean supportsAccess() {
        return true;
    }

    @Override
    public boolean supportsModification() {
        return true;
    }

    @Override
    public void setAccess(boolean access) throws CoreException {
        if (access != isAccess()) {
            count(access, isModification());
        }
    }

    @Override
    public void setModification(boolean modification) throws CoreException {
        if (modification != isModification()) {
            count(isAccess(), modification);
        }
    }

    private void count(boolean access, boolean modification) throws CoreException {
        Optional<Location> now = location();
        if (now.isPresent() && (access || modification)) {
            Location.Watch watch = (Location.Watch) now.get();
            moveTo(new Location.Watch(watch.target(), access && modification ? Access.READ_OR_WRITE
                    : access ? Access.READ : watch.access() == Access.CHANGE ? Access.CHANGE : Access.WRITE));
        }
        setEnabled(access || modification);
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
