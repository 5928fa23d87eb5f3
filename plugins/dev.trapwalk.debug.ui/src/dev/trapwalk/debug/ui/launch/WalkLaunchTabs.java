package dev.trapwalk.debug.ui.launch;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.launch.LaunchPresets;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTabGroup;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.ILaunchConfigurationDialog;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.debug.ui.PrototypeTab;
import org.eclipse.debug.ui.sourcelookup.SourceLookupTab;

/** The tabs of a "seL4 walk" launch configuration. */
public final class WalkLaunchTabs extends AbstractLaunchConfigurationTabGroup {

    @Override
    public void createTabs(ILaunchConfigurationDialog dialog, String mode) {
        installPresets();
        setTabs(new ILaunchConfigurationTab[] {new ScenarioTab(), new SourceLookupTab(), new CommonTab(),
            new PrototypeTab()});
    }

    private static void installPresets() {
        try {
            LaunchPresets.install();
        } catch (CoreException notSaved) {
            DebugCore.log(Messages.noPresets, notSaved);
        }
    }
}
