package dev.trapwalk.debug.core.launch;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/**
 * Reads a scenario, boots a machine from it and shows the session as a debug target. The platform has given the launch
 * the source locator of its type by then; it disposes of that one only, so there must be no other.
 */
public final class WalkLaunchDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.launching, 2);
        LaunchCheck.check(configuration);
        IFile file = ScenarioFile.find(LaunchAttributes.scenario(configuration));
        Scenario scenario = ScenarioFile.read(file);
        progress.worked(1);
        WalkSessions.start(launch, file, ScenarioTarget.factory(scenario), LaunchAttributes.settings(configuration),
                LaunchAttributes.stops(configuration));
        progress.worked(1);
    }

    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }
}
