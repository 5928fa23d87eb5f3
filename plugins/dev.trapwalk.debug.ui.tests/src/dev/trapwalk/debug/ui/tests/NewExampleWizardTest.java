package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.examples.ExampleProject;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** File > New > Trapwalk Examples, as the workbench registers it. */
class NewExampleWizardTest {

    @AfterEach
    void deleteTheProject() throws Exception {
        Workbench.page().closeAllEditors(false);
        project().delete(true, true, new NullProgressMonitor());
    }

    @Test
    void theWizardMakesTheProjectAndOpensTheFirstExample() throws Exception {
        IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry()
                .findWizard("dev.trapwalk.examples.wizard").createWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        WizardDialog dialog = new WizardDialog(Workbench.shell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Screenshot.of(Workbench.shell(), "new-example-wizard");
        assertThat(wizard.canFinish()).isTrue();
        assertThat(wizard.performFinish()).isTrue();
        dialog.close();
        assertThat(project().getFile("call-fastpath.walk").exists()).isTrue();
        assertThat(Workbench.page().getActiveEditor().getTitle()).isEqualTo("cnode-copy.walk");
    }

    private static IProject project() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(ExampleProject.DEFAULT_NAME);
    }
}
