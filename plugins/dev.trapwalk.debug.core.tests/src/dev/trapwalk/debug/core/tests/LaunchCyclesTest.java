package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever launches and terminates all day pays for the sessions that are there, not for those that were. */
class LaunchCyclesTest {

    private static final int CYCLES = 500;
    private static final int WARM = 50;
    private static final long ALLOWED_BYTES = 24L << 20;
    private static final int LOOKS = 3;

    private final ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();

    @AfterEach
    void removeBreakpoints() throws Exception {
        Workspace.removeBreakpoints();
    }

    @Test
    void fiveHundredSessionsLeaveNothingBehind() throws Exception {
        IFile file = Workspace.file("cycles", "again.walk", "");
        KernelBreakpoints.set(new Location.AtPoint("fastpath_call/entry", Mode.PASSED));
        TargetFactory factory = ScenarioTarget.factory(EngineTests.scenario("call-fastpath"));
        int markers = markers();
        int launchesBefore = launches.getLaunches().length;
        List<WeakReference<WalkDebugTarget>> ended = new ArrayList<>();
        long warm = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            ended.add(new WeakReference<>(cycle(file, factory)));
            if (cycle == WARM) {
                warm = usedBytes();
            }
        }
        Waiting.until("the threads of the last session to end", () -> sessionThreads().isEmpty());
        assertThat(launches.getLaunches()).hasSize(launchesBefore);
        assertThat(markers()).isEqualTo(markers);
        Waiting.until("all targets to be forgotten: nobody listens for them any more", () -> {
            System.gc();
            return ended.stream().filter(target -> target.get() != null).count() <= 1;
        });
        assertThat(usedBytes() - warm).as("growth from session %d to %d in bytes", WARM, CYCLES)
                .isLessThan(ALLOWED_BYTES);
    }

    /** The Debug view may keep a target that was gone before it was drawn: that is to cost next to nothing. */
    @Test
    void aTargetThatSomebodyStillHoldsForgetsItsMachineWithItsLaunch() throws Exception {
        IFile file = Workspace.file("cycles", "kept.walk", "");
        WalkDebugTarget target = Workspace.start(file, ScenarioTarget.factory(EngineTests.scenario("call-fastpath")),
                SessionSettings.DEFAULT);
        Waiting.until("the start", () -> target.isSuspended() && target.enteredThread().isPresent());
        WeakReference<MachineImage> machine = new WeakReference<>(target.stopState().orElseThrow().machine());
        target.terminate();
        Waiting.until("the end", target::isTerminated);
        assertThat(target.stopState()).as("until its launch is removed").isPresent();
        launches.removeLaunch(target.getLaunch());
        Waiting.until("the machine to be forgotten", () -> {
            System.gc();
            return machine.get() == null;
        });
        assertThat(target.stopState()).isEmpty();
        assertThat(target.getThreads()).isEmpty();
        assertThat(target.enteredThread()).isEmpty();
        assertThat(target.canResume() || target.canMove() || target.canGoBack() || target.canTerminate()).isFalse();
        assertThat(target.getName()).contains("kept.walk");
    }

    private WalkDebugTarget cycle(IFile file, TargetFactory factory) {
        WalkDebugTarget target = Workspace.start(file, factory, SessionSettings.DEFAULT.withStopAtStart(false));
        try (StopListener listener = new StopListener(target)) {
            Waiting.until("the breakpoint", target::isSuspended);
            listener.settle();
            listener.clear();
            target.enteredThread().orElseThrow().getTopStackFrame().getVariables();
            target.terminate();
            listener.await("the end", () -> listener.count(DebugEvent.TERMINATE) > 0);
        }
        launches.removeLaunch(target.getLaunch());
        return target;
    }

    private static List<String> sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.endsWith(" owner") || name.endsWith(" notifier")).toList();
    }

    private static int markers() throws Exception {
        return ResourcesPlugin.getWorkspace().getRoot().findMarkers(null, true, IResource.DEPTH_INFINITE).length;
    }

    /** The least of some looks: other threads of the platform do things meanwhile. */
    private static long usedBytes() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
