package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.csource.ReadCheckout;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.ILaunch;

/** Puts a session into a launch. */
public final class WalkSessions {

    private WalkSessions() {
    }

    /**
     * Boots a machine and adds its debug target and its console to a launch, which has its source locator already.
     *
     * @param scenario the file that the machine was read from: breakpoints on its lines count
     * @param settings of the session; whether it stops at its start is said there
     */
    public static WalkDebugTarget start(ILaunch launch, IFile scenario, TargetFactory factory,
            SessionSettings settings) {
        return start(launch, scenario, factory, settings, List.of());
    }

    /** The same with breakpoints that count in this session only. */
    static WalkDebugTarget start(ILaunch launch, IFile scenario, TargetFactory factory, SessionSettings settings,
            List<Breakpoint> stops) {
        WalkDebugTarget target = new WalkDebugTarget(launch, scenario, settings.stopAtStart());
        WalkProcess process = new WalkProcess(launch, target);
        target.setProcess(process);
        target.kernelSource().ifPresent(ReadCheckout::start);
        launch.addProcess(process);
        launch.addDebugTarget(target);
        target.start(factory, settings, stops, process);
        return target;
    }
}
