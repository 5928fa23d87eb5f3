package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day's work: a hundred sessions in one workbench leave nothing behind. */
class ManyLaunchesTest {

    private static final int LAUNCHES = 100;
    /** Whatever is still selected, shown or on its way may keep the last sessions. */
    private static final int STILL_SHOWN = 5;
    private static final int ROUNDS = 20;

    private Example example;
    private ILaunchConfiguration configuration;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("many-launches");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        configuration = WalkConfigurations.of(example.file("cnode-copy.walk"));
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void aHundredLaunchesLeaveNothingBehind() throws Exception {
        launchAndTerminate();
        launchAndTerminate();
        Workbench.settle();
        int markers = markers();
        int controls = controls(Workbench.shell());
        int editors = Workbench.page().getEditorReferences().length;
        List<WeakReference<WalkDebugTarget>> targets = new ArrayList<>();
        for (int i = 0; i < LAUNCHES; i++) {
            targets.add(new WeakReference<>(launchAndTerminate()));
        }
        Workbench.settle();
        assertThat(markers()).as("markers").isEqualTo(markers);
        assertThat(controls(Workbench.shell())).as("widgets").isLessThanOrEqualTo(controls + STILL_SHOWN);
        assertThat(Workbench.page().getEditorReferences()).as("editors").hasSize(editors);
        assertThat(kept(targets)).as("sessions that something still listens for or holds")
                .isLessThanOrEqualTo(STILL_SHOWN);
        Workbench.waitUntil("the sessions' threads have ended", () -> sessionThreads() == 0);
    }

    private WalkDebugTarget launchAndTerminate() throws CoreException {
        ILaunch launch = configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor());
        WalkDebugTarget target = (WalkDebugTarget) launch.getDebugTarget();
        Workbench.waitUntil("stopped at the breakpoint", () -> target.isSuspended()
                && target.enteredThread().isPresent());
        launch.terminate();
        Workbench.waitUntil("terminated", launch::isTerminated);
        DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
        while (Display.getCurrent().readAndDispatch()) {
            // What the views have yet to do for this session, as between two launches of a person.
        }
        return target;
    }

    private static long kept(List<WeakReference<WalkDebugTarget>> targets) {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            Workbench.settle();
            if (alive(targets) <= STILL_SHOWN) {
                break;
            }
        }
        return alive(targets);
    }

    private static long alive(List<WeakReference<WalkDebugTarget>> targets) {
        return targets.stream().filter(target -> target.get() != null).count();
    }

    private static int markers() throws CoreException {
        return ResourcesPlugin.getWorkspace().getRoot().findMarkers(null, true, IResource.DEPTH_INFINITE).length;
    }

    private static int controls(Composite composite) {
        int count = 0;
        for (Control child : composite.getChildren()) {
            count += 1 + (child instanceof Composite inner ? controls(inner) : 0);
        }
        return count;
    }

    private static long sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("cnode-copy.walk")).count();
    }
}
