package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breakpoints of files, and what becomes of them when their project is closed and opened again. */
class MarkerWatchTest {

    private static final int LINE = 3;

    private final IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
    private IFile file;

    @BeforeEach
    void create() throws CoreException {
        file = Workspace.file("markers", "call.walk", "");
    }

    @AfterEach
    void open() throws CoreException {
        file.getProject().open(new NullProgressMonitor());
        Waiting.until("a build", MarkerWatchTest::isBuilt);
        Workspace.removeBreakpoints();
    }

    @Test
    void theyComeBackWithTheirProject() throws Exception {
        new ScenarioLineBreakpoint(file, LINE);
        closeProject();
        openProject();
    }

    /**
     * The platform marks a breakpoint that it drops as one that shall not come back, unless its project is closed: it
     * looks at that some time later, when the project may have been opened again.
     */
    @Test
    void theyComeBackAlsoIfTheProjectIsOpenBeforeTheyAreDropped() throws Exception {
        IBreakpoint breakpoint = new ScenarioLineBreakpoint(file, LINE);
        manager.removeBreakpoint(breakpoint, false);
        assertThat(breakpoint.isRegistered()).isFalse();
        closeProject();
        openProject();
    }

    private void closeProject() throws Exception {
        Waiting.until("a build before", MarkerWatchTest::isBuilt);
        file.getProject().close(new NullProgressMonitor());
        Waiting.until("it is gone", () -> manager.getBreakpoints(DebugCore.MODEL_ID).length == 0);
    }

    private void openProject() throws Exception {
        file.getProject().open(new NullProgressMonitor());
        Waiting.until("it is back", () -> manager.getBreakpoints(DebugCore.MODEL_ID).length > 0);
        Waiting.until("a build after", MarkerWatchTest::isBuilt);
        assertThat(manager.getBreakpoints(DebugCore.MODEL_ID)).hasSize(1);
        assertThat(ScenarioLineBreakpoint.find(file, LINE).orElseThrow().isRegistered()).isTrue();
    }

    private static boolean isBuilt() {
        return Job.getJobManager().find(ResourcesPlugin.FAMILY_AUTO_BUILD).length == 0;
    }
}
