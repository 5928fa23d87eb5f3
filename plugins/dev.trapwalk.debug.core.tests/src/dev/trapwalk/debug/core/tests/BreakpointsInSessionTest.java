package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.BreakpointState;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.StopText;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens in a session when a person does something with breakpoints. */
class BreakpointsInSessionTest {

    private static final Location DECODE = new Location.AtPoint("decodeCNodeInvocation/entry");
    private static final Command.Resume RUN = new Command.Resume(Direction.FORWARD);

    private ModelStage stage;

    @AfterEach
    void close() throws CoreException {
        stage.end();
        Workspace.removeBreakpoints();
    }

    @Test
    void skippingAllLetsTheMachineRunUntilTheyCountAgain() throws Exception {
        KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.BREAKPOINT);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
        assertThat(stage.move(new Command.Resume(Direction.BACKWARD)).reason()).isEqualTo(StopReason.BREAKPOINT);
    }

    @Test
    void aSessionThatBeginsWhileAllAreSkippedSkipsThem() throws Exception {
        KernelBreakpoints.set(DECODE);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
        stage = new ModelStage("cnode-copy");
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void aDisabledOneDoesNotStopUntilItIsEnabled() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        breakpoint.setEnabled(false);
        stage = new ModelStage("cnode-copy");
        assertThat(BreakpointState.of(breakpoint)).contains(new BreakpointState(true, "", 0));
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        stage.move(new Command.Resume(Direction.BACKWARD));
        breakpoint.setEnabled(true);
        awaitDefinition(breakpoint);
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.BREAKPOINT);
    }

    @Test
    void aDeletedOneIsForgottenAtOnce() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.BREAKPOINT);
        breakpoint.delete();
        Waiting.until("removed", () -> stage.breakpoints().isEmpty());
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        assertThat(stage.target().breakpoints().status(breakpoint)).isEmpty();
    }

    /** Labels are refreshed some time after a stop, and the platform takes markers away after it has told. */
    @Test
    void aChangeThatIsToldAfterTheEndOfABreakpointDoesNotBringItBack() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        DebugPlugin.getDefault().getBreakpointManager().removeBreakpoint(breakpoint, false);
        stage.target().breakpointChanged(breakpoint, null);
        assertThat(stage.breakpoints()).isEmpty();
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        breakpoint.getMarker().delete();
    }

    @Test
    void aMarkerDeletedFromOutsideTakesItsBreakpointAlong() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        Waiting.until("a build after it was set", () -> builds() == 0);
        breakpoint.getMarker().delete();
        Waiting.until("removed", () -> stage.breakpoints().isEmpty());
        assertThat(KernelBreakpoints.all()).isEmpty();
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
    }

    /** The platform looks for markers after builds only, and misses what came and went between two of them. */
    @Test
    void soDoesOneThatIsDeletedBeforeABuildHasSeenIt() throws Exception {
        stage = new ModelStage("cnode-copy");
        IWorkspaceRoot everything = ResourcesPlugin.getWorkspace().getRoot();
        Job.getJobManager().beginRule(everything, null);
        try {
            KernelBreakpoints.set(DECODE).getMarker().delete();
            assertThat(KernelBreakpoints.all()).hasSize(1);
        } finally {
            Job.getJobManager().endRule(everything);
        }
        Waiting.until("removed", () -> stage.breakpoints().isEmpty() && KernelBreakpoints.all().isEmpty());
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
    }

    private static int builds() {
        return Job.getJobManager().find(ResourcesPlugin.FAMILY_AUTO_BUILD).length;
    }

    @Test
    void hitsAreCountedAnewOnlyWhenTheDefinitionChanges() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        stage.move(RUN);
        stage.move(RUN);
        Waiting.until("hits shown", () -> hits(breakpoint) == 2);
        breakpoint.getMarker().setAttribute("something.of.others", "x");
        DebugPlugin.getDefault().getBreakpointManager().fireBreakpointChanged(breakpoint);
        assertThat(stage.breakpoints()).extracting(BreakpointStatus::hits).containsExactly(2L);
        breakpoint.change(WalkBreakpoint.CONDITION, "length == 99");
        awaitDefinition(breakpoint);
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        assertThat(stage.breakpoints()).extracting(BreakpointStatus::hits).containsExactly(0L);
    }

    @Test
    void goingBackUncountsHits() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        stage = new ModelStage("cnode-copy");
        stage.move(RUN);
        stage.move(RUN);
        Waiting.until("hits shown", () -> hits(breakpoint) == 2);
        stage.move(new Command.Resume(Direction.BACKWARD));
        Waiting.until("hits shown", () -> hits(breakpoint) == 1);
    }

    @Test
    void aLineCountsInSessionsOfItsFileOnly() throws Exception {
        stage = new ModelStage("cnode-copy");
        ScenarioLineBreakpoint elsewhere = new ScenarioLineBreakpoint(Workspace.file("other", "other.walk", ""), 42);
        assertThat(stage.target().supportsBreakpoint(elsewhere)).isFalse();
        ScenarioLineBreakpoint here = new ScenarioLineBreakpoint(stage.target().scenario(), 42);
        Waiting.until("in the session", () -> stage.breakpoints().size() == 1);
        assertThat(stage.move(RUN).topFrame().statement().orElseThrow().source().line()).isEqualTo(42);
        here.delete();
        Waiting.until("removed", () -> stage.breakpoints().isEmpty());
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void hundredsOfThemStopInTheOrderOfTheKernelsPath() throws Exception {
        List<KernelBreakpoint> all = new ArrayList<>();
        ResourcesPlugin.getWorkspace().run(monitor -> {
            for (KernelFunction function : KernelCatalogue.functions()) {
                all.add(KernelBreakpoints.set(new Location.AtPoint(function.entry().id())));
            }
        }, new NullProgressMonitor());
        assertThat(all).hasSizeGreaterThan(300);
        stage = new ModelStage("cnode-copy");
        assertThat(all).allMatch(each -> stage.target().breakpoints().status(each)
                .filter(BreakpointStatus::isVerified).isPresent());
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            StopState state = stage.move(RUN);
            assertThat(state.hits()).hasSize(1);
            stops.add(state.point().orElseThrow().point().id());
        }
        assertThat(stops).containsExactly("handle_fastsyscall/entry", "c_handle_syscall/entry",
                "fastpath_call/entry", "slowpath/entry");
        Workspace.removeBreakpoints();
        Waiting.until("removed", () -> stage.breakpoints().isEmpty());
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void oneArmedByAnotherCountsOnlyAfterIt() throws Exception {
        KernelBreakpoint armed = KernelBreakpoints.set(DECODE);
        KernelBreakpoint arming = KernelBreakpoints.set(new Location.AtError("seL4_DeleteFirst"));
        armed.change(WalkBreakpoint.TRIGGER, arming.sessionId());
        stage = new ModelStage("cnode-copy");
        assertThat(stage.move(RUN).hits().get(0).breakpoint().id()).isEqualTo(arming.sessionId());
        assertThat(stage.move(RUN).hits().get(0).breakpoint().id()).isEqualTo(armed.sessionId());
        arming.delete();
        Waiting.until("its trigger is missed", () -> BreakpointState.of(armed)
                .filter(state -> !state.verified() && state.problem().contains("there is no breakpoint")).isPresent());
    }

    @Test
    void everyVariableOfTheKernelThatIsOfferedCanBeWatched() throws Exception {
        stage = new ModelStage("cnode-copy");
        for (String name : WatchTarget.Global.NAMES) {
            assertThat(stage.put(Breakpoint.at(name, new Location.Watch(new WatchTarget.Global(name),
                    Location.Watch.Access.CHANGE))).reason()).isEmpty();
        }
    }

    @Test
    void everyFaultThatIsOfferedIsKnown() throws Exception {
        stage = new ModelStage("cnode-copy");
        for (String kind : Location.AtFault.KINDS) {
            assertThat(stage.put(Breakpoint.at(kind, new Location.AtFault(kind))).reason()).isEmpty();
        }
    }

    @Test
    void aFailedExpectationSaysWhatWasFound() throws Exception {
        KernelBreakpoints.set(new Location.ExpectationFailed());
        stage = new ModelStage("expectation");
        assertThat(StopText.of(stage.move(RUN))).isEqualTo(
                "client, line 12: expect(mr[0] == 2) does not hold: 0x1 was found, compared with 0x2");
    }

    @Test
    void anErrorSaysWhichOneAndAWatchWhatChanged() throws Exception {
        KernelBreakpoints.set(new Location.AtError(""));
        KernelBreakpoints.set(new Location.Watch(new WatchTarget.Slot("root", 9), Location.Watch.Access.CHANGE));
        stage = new ModelStage("cnode-copy");
        assertThat(StopText.of(stage.move(RUN))).isEqualTo("root[9]: null -> endpoint ep  RW");
        assertThat(StopText.of(stage.move(RUN))).isEqualTo("any error is returned");
    }

    @Test
    void aMessageIsPrintedWithItsThreadInsteadOfStopping() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(DECODE);
        breakpoint.change(WalkBreakpoint.LOG_MESSAGE, "{length} words");
        stage = new ModelStage("cnode-copy");
        assertThat(stage.move(RUN).reason()).isEqualTo(StopReason.END);
        assertThat(stage.output()).contains("client: 5 words");
        Waiting.until("hits shown", () -> hits(breakpoint) == 3);
    }

    private void awaitDefinition(WalkBreakpoint breakpoint) throws CoreException {
        Breakpoint wanted = breakpoint.toSession("").orElseThrow();
        Waiting.until("known to the session", () -> stage.target().breakpoints().status(breakpoint)
                .filter(status -> status.breakpoint().equals(wanted)).isPresent());
    }

    private static long hits(WalkBreakpoint breakpoint) {
        return BreakpointState.of(breakpoint).map(BreakpointState::hits).orElse(-1L);
    }
}
