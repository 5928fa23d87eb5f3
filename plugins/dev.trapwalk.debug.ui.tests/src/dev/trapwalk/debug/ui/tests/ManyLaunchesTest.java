package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.StopState;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Months of work: five hundred sessions in one workbench leave nothing behind. */
class ManyLaunchesTest {

    private static final int LAUNCHES = 500;
    private static final int WARM = 5;
    /**
     * The platform keeps, for each of its views, how the trees of some selections were open, and elements with it: of
     * the Debug, Variables, Registers, Expressions and Breakpoints view one each. All that is left of such a target is
     * its name: whatever the machine was is gone.
     */
    private static final int EMPTY_SHELLS = 5;
    /** What is selected, and what views are just going to show, may have a listener more. */
    private static final int LISTENERS = 2;
    /** Views make some widgets when they are first needed, and have a page more for the session shown last. */
    private static final int ONE_PAGE = 20;
    private static final int ROUNDS = 20;
    /** How long a person looks where the machine stopped, unless the Debug view has shown it before. */
    private static final int LOOK_MILLIS = 300;

    private final ConcurrentLinkedQueue<String> undisposed = new ConcurrentLinkedQueue<>();
    private final List<WeakReference<StopState>> stops = new ArrayList<>();
    private final List<WeakReference<WalkDebugTarget>> targets = new ArrayList<>();
    private Example example;
    private ILaunchConfiguration configuration;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("many-launches");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        configuration = WalkConfigurations.of(example.file("cnode-copy.walk"));
        Resource.setNonDisposeHandler(error -> undisposed.add(String.join("\n",
                List.of(error.getStackTrace()).stream().map(StackTraceElement::toString).toList())));
    }

    @AfterEach
    void close() throws Exception {
        Resource.setNonDisposeHandler(null);
        example.close();
    }

    @Test
    void fiveHundredLaunchesLeaveNothingBehind() throws Exception {
        for (int i = 0; i < WARM; i++) {
            launchAndTerminate();
        }
        Workbench.settle();
        int markers = markers();
        int controls = controls();
        Map<String, Integer> listeners = Listeners.count();
        stops.clear();
        targets.clear();
        for (int i = 0; i < LAUNCHES; i++) {
            launchAndTerminate();
        }
        Workbench.settle();
        assertThat(markers()).as("markers").isEqualTo(markers);
        assertThat(controls()).as("widgets").isLessThanOrEqualTo(controls + ONE_PAGE);
        assertThat(Listeners.grown(listeners).values()).as("listeners: %s", Listeners.grown(listeners))
                .allMatch(growth -> growth <= LISTENERS);
        assertThat(Workbench.page().getEditorReferences()).as("the scenario, and one listing unless none was shown")
                .hasSizeLessThanOrEqualTo(2);
        Workbench.waitUntil("the sessions' threads have ended", () -> sessionThreads() == 0);
        collect();
        assertThat(alive(stops)).as("machines that something still holds").isZero();
        assertThat(alive(targets)).as("targets that something still holds").isLessThanOrEqualTo(EMPTY_SHELLS);
        assertThat(undisposed).as("images, fonts ... that nobody disposed of")
                .noneMatch(trace -> trace.contains("dev.trapwalk"));
    }

    private void launchAndTerminate() throws CoreException {
        ILaunch launch = configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor());
        WalkDebugTarget target = (WalkDebugTarget) launch.getDebugTarget();
        Workbench.waitUntil("stopped at the breakpoint", () -> target.isSuspended()
                && target.enteredThread().isPresent());
        targets.add(new WeakReference<>(target));
        stops.add(new WeakReference<>(target.stopState().orElseThrow()));
        long looked = System.currentTimeMillis() + LOOK_MILLIS;
        Workbench.waitUntil("somebody has looked", () -> shown() == target || System.currentTimeMillis() > looked);
        launch.terminate();
        Workbench.waitUntil("terminated", launch::isTerminated);
        DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
        Workbench.waitUntil("shown no more", () -> shown() != target);
    }

    /** The machine that the Debug view has selected. */
    private static WalkDebugTarget shown() {
        ISelection selection = DebugUITools.getDebugContextManager()
                .getContextService(Workbench.page().getWorkbenchWindow()).getActiveContext();
        return selection instanceof IStructuredSelection structured
                ? Adapters.adapt(structured.getFirstElement(), WalkDebugTarget.class) : null;
    }

    private void collect() {
        for (int i = 0; i < ROUNDS && alive(stops) + alive(targets) > 0; i++) {
            System.gc();
            Workbench.settle();
        }
    }

    private static long alive(List<? extends WeakReference<?>> all) {
        return all.stream().filter(one -> one.get() != null).count();
    }

    private static int markers() throws CoreException {
        return ResourcesPlugin.getWorkspace().getRoot().findMarkers(null, true, IResource.DEPTH_INFINITE).length;
    }

    private static int controls() {
        int count = 0;
        for (Composite shell : Display.getCurrent().getShells()) {
            count += 1 + controls(shell);
        }
        return count;
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
