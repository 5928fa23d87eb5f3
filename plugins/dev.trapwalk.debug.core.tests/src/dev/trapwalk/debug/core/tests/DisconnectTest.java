package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who disconnects and a machine that stops may do so at once. */
class DisconnectTest {

    private static final int ROUNDS = 200;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final TargetFactory factory = ScenarioTarget.factory(EngineTests.scenario("call-fastpath"));

    @AfterEach
    void removeBreakpoints() throws Exception {
        Workspace.removeBreakpoints();
    }

    @Test
    void aMachineThatStopsAtThatVeryMomentIsNotShownAndRunsOn() throws Exception {
        IFile file = Workspace.file("disconnect", "call.walk", "");
        KernelBreakpoints.set(new Location.AtPoint("fastpath_call/entry", Mode.PASSED));
        for (int round = 0; round < ROUNDS; round++) {
            disconnectAtTheStop(file);
        }
    }

    private void disconnectAtTheStop(IFile file) throws Exception {
        WalkDebugTarget target = Workspace.start(file, factory, SessionSettings.DEFAULT);
        try (StopListener listener = new StopListener(target)) {
            Waiting.until("the start", target::isSuspended);
            target.resume();
            awaitBreakpointInTheSession(target);
            target.disconnect();
            Waiting.until("the process's end", () -> target.getProcess().isTerminated());
            listener.settle();
            assertThat(target.isSuspended()).isFalse();
            List<Integer> kinds = listener.sets().stream().flatMap(List::stream).map(DebugEvent::getKind).toList();
            assertThat(kinds.subList(kinds.indexOf(DebugEvent.TERMINATE), kinds.size())).as("from the end on")
                    .doesNotContain(DebugEvent.SUSPEND);
        } finally {
            target.terminate();
            DebugPlugin.getDefault().getLaunchManager().removeLaunch(target.getLaunch());
        }
    }

    /** Returns as soon as the session says that it stopped, which is before it has told the target. */
    private static void awaitBreakpointInTheSession(WalkDebugTarget target) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (target.session().state().filter(state -> state.reason() == StopReason.BREAKPOINT).isEmpty()) {
            assertThat(System.nanoTime()).as("stopped by now").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
