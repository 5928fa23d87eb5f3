package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.DebugCore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** The launch configurations of scenario files: one per file, made when first needed. */
public final class WalkConfigurations {

    private WalkConfigurations() {
    }

    /** The first configuration that debugs a file; a new one named after it if there is none. */
    public static ILaunchConfiguration of(IFile scenario) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
        String path = scenario.getFullPath().toString();
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations(type)) {
            if (LaunchAttributes.scenario(configuration).equals(path)) {
                return configuration;
            }
        }
        ILaunchConfigurationWorkingCopy created =
                type.newInstance(null, manager.generateLaunchConfigurationName(scenario.getName()));
        created.setAttribute(LaunchAttributes.SCENARIO, path);
        created.setMappedResources(new IResource[] {scenario});
        return created.doSave();
    }
}
