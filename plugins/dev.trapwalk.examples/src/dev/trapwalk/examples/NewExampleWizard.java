package dev.trapwalk.examples;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** File > New > Example: a project with the scenarios that come with Trapwalk. */
public final class NewExampleWizard extends Wizard implements INewWizard {

    private static final String OPENED = "cnode-copy.walk"; //$NON-NLS-1$

    private IWorkbench workbench;
    private WizardNewProjectCreationPage page;

    @Override
    public void init(IWorkbench shownIn, IStructuredSelection selection) {
        workbench = shownIn;
        setWindowTitle(Messages.wizard);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        page = new WizardNewProjectCreationPage("project"); //$NON-NLS-1$
        page.setTitle(Messages.wizardTitle);
        page.setDescription(Messages.wizardDescription);
        page.setInitialProjectName(ExampleProject.DEFAULT_NAME);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        String name = page.getProjectName();
        IProject[] created = new IProject[1];
        try {
            getContainer().run(true, true, new WorkspaceModifyOperation() {
                @Override
                protected void execute(IProgressMonitor monitor) throws CoreException {
                    created[0] = ExampleProject.create(name, monitor);
                }
            });
            open(created[0].getFile(OPENED));
            return true;
        } catch (InterruptedException cancelled) {
            return false;
        } catch (InvocationTargetException | CoreException failed) {
            Throwable cause = failed instanceof InvocationTargetException wrapped ? wrapped.getCause() : failed;
            IStatus status = cause instanceof CoreException known ? known.getStatus()
                    : Status.error(cause.getMessage(), cause);
            StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
    }

    private void open(IFile file) throws CoreException {
        if (file.exists()) {
            IDE.openEditor(workbench.getWorkbenchWindows()[0].getActivePage(), file);
        }
    }
}
