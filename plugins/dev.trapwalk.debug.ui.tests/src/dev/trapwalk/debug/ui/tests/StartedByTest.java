package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.script.LocationText;
import dev.trapwalk.examples.ExampleProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * What a person does in a workbench of its own that {@link ClosingTest} starts; nothing in any other. Whatever goes
 * wrong is in the log of that workbench, where the test looks for it.
 */
public final class StartedByTest implements IStartup {

    /** System property: {@link #DEBUG}, {@link #LOOK}, or none. */
    static final String TASK = "trapwalk.tests.task";
    /** System property: file to write what was seen into. */
    static final String RESULT = "trapwalk.tests.result";
    /** Sets breakpoints, debugs until the machine stops at one, and closes the workbench in the middle of it. */
    static final String DEBUG = "debug";
    /** Looks which breakpoints there are. */
    static final String LOOK = "look";

    @Override
    public void earlyStartup() {
        String task = System.getProperty(TASK, "");
        if (task.isEmpty()) {
            return;
        }
        try {
            if (task.equals(DEBUG)) {
                debugUntilTheFirstStop();
            }
            List<String> lines = KernelBreakpoints.all().stream().map(StartedByTest::describe).sorted().toList();
            Files.write(Path.of(System.getProperty(RESULT)), lines);
        } catch (Exception failed) {
            ILog.get().error(failed.toString(), failed);
        }
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlatformUI.getWorkbench().close());
    }

    private static void debugUntilTheFirstStop() throws Exception {
        IFile file = ExampleProject.create("closing", new NullProgressMonitor()).getFile("cnode-copy.walk");
        KernelBreakpoint breakpoint = KernelBreakpoints.set(LocationText.read("point decodeCNodeInvocation/entry"));
        breakpoint.change(WalkBreakpoint.CONDITION, "length == 5");
        KernelBreakpoints.set(LocationText.read("fault VMFault")).setEnabled(false);
        new ScenarioLineBreakpoint(file, 42).change(WalkBreakpoint.THREADS, "client");
        WalkDebugTarget target = (WalkDebugTarget) WalkConfigurations.of(file)
                .launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor()).getDebugTarget();
        while (!target.isSuspended() || target.stopState().orElseThrow().hits().isEmpty()) {
            Thread.sleep(20);
        }
    }

    private static String describe(WalkBreakpoint breakpoint) {
        try {
            return breakpoint.placeText() + " | " + breakpoint.attribute(WalkBreakpoint.CONDITION) + " | "
                    + breakpoint.threads() + " | " + breakpoint.isEnabled();
        } catch (CoreException lost) {
            return lost.getMessage();
        }
    }
}
