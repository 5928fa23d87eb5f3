package dev.trapwalk.ide;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.examples.ExampleProject;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * Fills an empty workspace with the example project, opens the example that the README talks about and makes it ready
 * to
 * debug: with a launch configuration and a first breakpoint. A workspace that holds any project is its user's own:
 * nothing is touched there, nor in any product but ours that has this bundle in it.
 */
public final class FirstWorkspace implements IStartup {

    private static final String OUR_PRODUCT = "dev.trapwalk.ide.product"; //$NON-NLS-1$
    private static final String OPENED_EXAMPLE = "cnode-copy.walk"; //$NON-NLS-1$
    private static final String FIRST_STOP = "decodeCNodeInvocation/entry"; //$NON-NLS-1$

    @Override
    public void earlyStartup() {
        IProduct product = Platform.getProduct();
        if (product == null || !OUR_PRODUCT.equals(product.getId())) {
            return;
        }
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        if (root.getProjects().length == 0) {
            try {
                IProject project = ExampleProject.create(ExampleProject.DEFAULT_NAME, new NullProgressMonitor());
                IFile example = project.getFile(OPENED_EXAMPLE);
                WalkConfigurations.of(example);
                new KernelPointBreakpoint(KernelCatalogue.point(FIRST_STOP).orElseThrow(), Mode.PASSED);
                PlatformUI.getWorkbench().getDisplay().syncExec(() -> open(example));
            } catch (CoreException e) {
                ILog.get().log(e.getStatus());
            }
        }
        Screenshot.ofThisStartIfAsked();
    }

    private static void open(IFile example) {
        // Not the active window: none is while the user looks at another program.
        IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
        page.getWorkbenchWindow().getShell().setMaximized(true);
        if (example.exists()) {
            try {
                IDE.openEditor(page, example);
            } catch (PartInitException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }
}
