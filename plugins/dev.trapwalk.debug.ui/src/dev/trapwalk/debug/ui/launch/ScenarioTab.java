package dev.trapwalk.debug.ui.launch;

import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.LaunchCheck;
import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.ui.Icon;
import java.util.List;
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
import org.eclipse.swt.widgets.DirectoryDialog;
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
    private Text kernelSource;
    private Text stops;

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(8, 12).applyTo(page);
        createScenarioGroup(page);
        stopAtStart = new Button(page, SWT.CHECK);
        stopAtStart.setText(Messages.stopAtStart);
        stopAtStart.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        createHistory(page);
        createKernelSource(page);
        createStops(page);
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

    private void createKernelSource(Composite page) {
        Group group = new Group(page, SWT.NONE);
        group.setText(Messages.kernelSource);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        kernelSource = new Text(group, SWT.SINGLE | SWT.BORDER);
        kernelSource.setMessage(Messages.kernelSourceHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(kernelSource);
        kernelSource.addListener(SWT.Modify, event -> updateLaunchConfigurationDialog());
        Button browse = new Button(group, SWT.PUSH);
        browse.setText(Messages.browseFolder);
        browse.addListener(SWT.Selection, event -> browseFolder());
    }

    private void browseFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SHEET);
        dialog.setText(Messages.kernelSource);
        dialog.setFilterPath(kernelSource.getText());
        String folder = dialog.open();
        if (folder != null) {
            kernelSource.setText(folder);
        }
    }

    private void createStops(Composite page) {
        Group group = new Group(page, SWT.NONE);
        group.setText(Messages.stops);
        GridLayoutFactory.swtDefaults().applyTo(group);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(group);
        Label hint = new Label(group, SWT.WRAP);
        hint.setText(Messages.stopsHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
        stops = new Text(group, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL);
        stops.setToolTipText(Messages.stopsHint);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 3 * stops.getLineHeight()).applyTo(stops);
        stops.addListener(SWT.Modify, event -> updateLaunchConfigurationDialog());
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
            kernelSource.setText(LaunchAttributes.kernelSource(configuration));
            stops.setText(String.join("\n", configuration.getAttribute(LaunchAttributes.STOPS, List.of()))); //$NON-NLS-1$
        } catch (CoreException unreadable) {
            setErrorMessage(unreadable.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.SCENARIO, scenario.getText().strip());
        configuration.setAttribute(LaunchAttributes.STOP_AT_START, stopAtStart.getSelection());
        configuration.setAttribute(LaunchAttributes.HISTORY_MIB, historyMib.getSelection());
        String folder = kernelSource.getText().strip();
        configuration.setAttribute(LaunchAttributes.KERNEL_SOURCE, folder.isEmpty() ? null : folder);
        List<String> lines = stops.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        configuration.setAttribute(LaunchAttributes.STOPS, lines.isEmpty() ? null : lines);
        IPath path = IPath.fromPortableString(scenario.getText().strip());
        configuration.setMappedResources(path.segmentCount() < 2 ? null
                : new IResource[] {ResourcesPlugin.getWorkspace().getRoot().getFile(path)});
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setErrorMessage(null);
        try {
            LaunchCheck.check(configuration);
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
