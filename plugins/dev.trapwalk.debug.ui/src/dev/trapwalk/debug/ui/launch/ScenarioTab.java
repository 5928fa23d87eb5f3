package dev.trapwalk.debug.ui.launch;

import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.ui.Icon;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;

/** Which scenario to debug, where to stop first, and how much history to keep. */
final class ScenarioTab extends AbstractLaunchConfigurationTab {

    private Text scenario;
    private Button stopAtStart;
    private Spinner historyMib;

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(8, 12).applyTo(page);
        createScenarioGroup(page);
        stopAtStart = new Button(page, SWT.CHECK);
        stopAtStart.setText(Messages.stopAtStart);
        stopAtStart.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        createHistory(page);
        setControl(page);
    }

    private void createScenarioGroup(Composite page) {
        Group group = new Group(page, SWT.NONE);
        group.setText(Messages.scenario);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        scenario = new Text(group, SWT.SINGLE | SWT.BORDER);
        scenario.setMessage(Messages.scenarioHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scenario);
        scenario.addListener(SWT.Modify, event -> updateLaunchConfigurationDialog());
        Button browse = new Button(group, SWT.PUSH);
        browse.setText(Messages.browse);
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void createHistory(Composite page) {
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.history);
        historyMib = new Spinner(row, SWT.BORDER);
        historyMib.setValues(LaunchAttributes.DEFAULT_HISTORY_MIB, 0, LaunchAttributes.MAX_HISTORY_MIB, 0, 64, 1024);
        historyMib.addListener(SWT.Modify, event -> updateLaunchConfigurationDialog());
        new Label(row, SWT.NONE).setText(Messages.historyUnit);
    }

    private void browse() {
        FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(getShell(), false,
                ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
        dialog.setTitle(Messages.chooseScenario);
        dialog.setInitialPattern("*." + ScenarioFile.EXTENSION); //$NON-NLS-1$
        if (dialog.open() == FilteredResourcesSelectionDialog.OK && dialog.getFirstResult() instanceof IFile file) {
            scenario.setText(file.getFullPath().toString());
        }
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.SCENARIO, ""); //$NON-NLS-1$
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            scenario.setText(LaunchAttributes.scenario(configuration));
            stopAtStart.setSelection(LaunchAttributes.stopAtStart(configuration));
            historyMib.setSelection(configuration.getAttribute(LaunchAttributes.HISTORY_MIB,
                    LaunchAttributes.DEFAULT_HISTORY_MIB));
        } catch (CoreException unreadable) {
            setErrorMessage(unreadable.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.SCENARIO, scenario.getText().strip());
        configuration.setAttribute(LaunchAttributes.STOP_AT_START, stopAtStart.getSelection());
        configuration.setAttribute(LaunchAttributes.HISTORY_MIB, historyMib.getSelection());
        IPath path = IPath.fromPortableString(scenario.getText().strip());
        configuration.setMappedResources(path.segmentCount() < 2 ? null
                : new IResource[] {ResourcesPlugin.getWorkspace().getRoot().getFile(path)});
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setErrorMessage(null);
        try {
            ScenarioFile.find(LaunchAttributes.scenario(configuration));
            return true;
        } catch (CoreException unusable) {
            setErrorMessage(unusable.getStatus().getMessage());
            return false;
        }
    }

    @Override
    public String getName() {
        return Messages.scenario;
    }

    @Override
    public Image getImage() {
        return Icon.LAUNCH.image();
    }
}
