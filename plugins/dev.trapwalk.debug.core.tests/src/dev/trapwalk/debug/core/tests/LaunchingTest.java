package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.script.SessionStage;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The platform shows a machine as soon as its session has begun, and people use what they see: views and buttons get
 * their answers also while its launch is still under way.
 */
class LaunchingTest {

    /**
     * Units that the machine runs before it is held, so that what is asked meanwhile is asked before its end. It says
     * that it runs after the first of them, and may hear in any of them that it shall not.
     */
    private static final int UNITS = 2;

    private final BlockedMachine machine =
            new BlockedMachine(ScenarioTarget.factory(EngineTests.scenario("call-fastpath")));
    private StopListener listener;
    private WalkDebugTarget target;

    @AfterEach
    void close() throws Exception {
        machine.release();
        Workspace.end(target);
        Workspace.removeBreakpoints();
    }

    @Test
    void aMachineThatStandsBeforeItsBreakpointsAreThereCanBeDrawn() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(new Location.AtPoint("fastpath_call/entry"));
        target = launch(SessionSettings.DEFAULT, launched -> {
            Waiting.until("the start", launched::isSuspended);
            assertThat(Stream.of(launched.getThreads()).map(WalkThread.class::cast))
                    .isNotEmpty().allMatch(thread -> thread.getBreakpoints().length == 0);
            assertThat(launched.supportsBreakpoint(breakpoint)).isFalse();
            assertThat(launched.canDisconnect()).isFalse();
        });
        assertThat(target.supportsBreakpoint(breakpoint)).isTrue();
        assertThat(target.canDisconnect()).isTrue();
    }

    @Test
    void whoSuspendsWhileTheStartIsPassedOverIsHeard() throws Exception {
        machine.armAfter(UNITS);
        target = launch(SessionSettings.DEFAULT.withStopAtStart(false), launched -> {
            listener = new StopListener(launched);
            launched.suspend();
            SessionStage.answer(launched.session(), new Command.ListBreakpoints());
        });
        listener.await("the run is told", () -> listener.count(DebugEvent.RESUME) == 1);
        listener.close();
        machine.release();
        Waiting.until("it stands", target::isSuspended);
        assertThat(target.stopState().orElseThrow().reason()).isEqualTo(StopReason.SUSPENDED);
    }

    /** Launches, and does something when the session has begun and its breakpoints are still to be connected. */
    private WalkDebugTarget launch(SessionSettings settings, Consumer<WalkDebugTarget> meanwhile)
            throws Exception {
        IFile file = Workspace.file("launching", "call.walk", "");
        IFile watched = (IFile) Proxy.newProxyInstance(IFile.class.getClassLoader(), new Class<?>[] {IFile.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getFullPath")) {
                        meanwhile.accept(newest());
                    }
                    try {
                        return method.invoke(file, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return Workspace.start(watched, machine, settings);
    }

    private static WalkDebugTarget newest() {
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        return (WalkDebugTarget) launches[launches.length - 1].getDebugTarget();
    }
}
