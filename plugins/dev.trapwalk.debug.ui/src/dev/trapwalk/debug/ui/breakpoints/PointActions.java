package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.statushandlers.StatusManager;

/** Menu entries that set and remove the breakpoints of a kernel point; those that are set have a tick. */
public final class PointActions {

    private PointActions() {
    }

    /** The entries of a point: whenever it is passed, and for each outcome if it has one. */
    public static List<IAction> of(KernelPoint point) {
        Stream<Mode> modes = point.isDecision() ? Stream.of(Mode.values()) : Stream.of(Mode.PASSED);
        return modes.map(mode -> action(point, mode)).toList();
    }

    /** Sets or removes a breakpoint; a failure is shown. */
    public static void toggle(KernelPoint point, Mode mode) {
        try {
            KernelPointBreakpoint.toggle(point, mode);
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static IAction action(KernelPoint point, Mode mode) {
        IAction action = new Action(label(mode), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                toggle(point, mode);
            }
        };
        action.setChecked(KernelPointBreakpoint.find(point, mode).isPresent());
        return action;
    }

    private static String label(Mode mode) {
        return switch (mode) {
            case PASSED -> Messages.breakPassed;
            case HOLDS -> Messages.breakHolds;
            case FAILS -> Messages.breakFails;
        };
    }
}
