package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.SessionStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.script.SessionStage;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a person does with breakpoints while the machine runs counts from the next unit on: none that the machine passes
 * after that is missed. The machine is held in the middle of a unit meanwhile, so that there is a "meanwhile".
 */
class BreakpointsWhileRunningTest {

    private static final Location TRAP = new Location.AtPoint("handle_fastsyscall/entry", Mode.PASSED);
    /** Units that the machine has run when a person does something. */
    private static final int UNITS = 20;
    private static final int ROUNDS = 200;

    private final TargetFactory pingPong = ScenarioTarget.factory(EngineTests.scenario("ping-pong"));
    private final BlockedMachine machine = new BlockedMachine(pingPong);
    private final IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
    private final List<WalkDebugTarget> targets = new ArrayList<>();
    private IFile file;

    @BeforeEach
    void makeFile() throws Exception {
        file = Workspace.file("running", "ping-pong.walk", "");
    }

    @AfterEach
    void close() throws Exception {
        machine.release();
        for (WalkDebugTarget target : targets) {
            Workspace.end(target);
        }
        Workspace.removeBreakpoints();
    }

    @Test
    void oneThatIsAddedCountsFromTheNextUnitOn() throws Exception {
        Mark next = nextTrap();
        StopState stop = whileRunning(() -> KernelBreakpoints.set(TRAP));
        assertThat(stop.mark()).isEqualTo(next);
    }

    @Test
    void oneThatIsRemovedStopsNothingAnyMore() throws Exception {
        KernelBreakpoint breakpoint = armedAfter(UNITS);
        assertThat(whileRunning(() -> breakpoint.delete()).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void oneThatIsDisabledStopsNothingAnyMore() throws Exception {
        KernelBreakpoint breakpoint = armedAfter(UNITS);
        assertThat(whileRunning(() -> breakpoint.setEnabled(false)).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void oneThatIsEnabledCountsFromTheNextUnitOn() throws Exception {
        Mark next = nextTrap();
        KernelBreakpoint breakpoint = KernelBreakpoints.set(TRAP);
        breakpoint.setEnabled(false);
        assertThat(whileRunning(() -> breakpoint.setEnabled(true)).mark()).isEqualTo(next);
    }

    @Test
    void anEditedConditionIsAskedFromTheNextUnitOn() throws Exception {
        Mark next = nextTrap();
        KernelBreakpoint breakpoint = KernelBreakpoints.set(TRAP);
        breakpoint.change(WalkBreakpoint.CONDITION, "1 == 2");
        assertThat(whileRunning(() -> breakpoint.change(WalkBreakpoint.CONDITION, "1 == 1")).mark()).isEqualTo(next);
    }

    @Test
    void skippingAllLetsTheMachineRunToItsEnd() throws Exception {
        armedAfter(UNITS);
        assertThat(whileRunning(() -> manager.setEnabled(false)).reason()).isEqualTo(StopReason.END);
    }

    @Test
    void skippedOnesCountAgainFromTheNextUnitOn() throws Exception {
        Mark next = nextTrap();
        KernelBreakpoints.set(TRAP);
        manager.setEnabled(false);
        assertThat(whileRunning(() -> manager.setEnabled(true)).mark()).isEqualTo(next);
    }

    @Test
    void changesAllTheTimeLoseNoHitOfAnother() throws Exception {
        KernelBreakpoint counting = KernelBreakpoints.set(TRAP);
        counting.change(WalkBreakpoint.LOG_MESSAGE, "trap");
        long all = hitsAtEnd(counting, () -> {
        });
        long disturbed = hitsAtEnd(counting, () -> {
            for (int i = 0; i < ROUNDS; i++) {
                KernelBreakpoint other = KernelBreakpoints.set(new Location.AtPoint("decodeCNodeInvocation/entry"));
                other.change(WalkBreakpoint.CONDITION, "1 == 2");
                other.setEnabled(false);
                other.delete();
            }
        });
        assertThat(disturbed).isEqualTo(all).isGreaterThan(ROUNDS);
    }

    /** A breakpoint that would stop the machine at the first trap after some units. */
    private KernelBreakpoint armedAfter(int units) throws Exception {
        long passed = traps().stream().filter(mark -> mark.unit() <= units).count();
        KernelBreakpoint breakpoint = KernelBreakpoints.set(TRAP);
        breakpoint.change(WalkBreakpoint.HIT_COUNT, ">= " + (1 + passed));
        return breakpoint;
    }

    /** The first trap after the unit in which the machine is held. */
    private Mark nextTrap() throws Exception {
        return traps().stream().filter(mark -> mark.unit() > UNITS).findFirst().orElseThrow();
    }

    private List<Mark> traps() throws Exception {
        KernelBreakpoint breakpoint = KernelBreakpoints.set(TRAP);
        WalkDebugTarget target = start(pingPong);
        List<Mark> marks = new ArrayList<>();
        while (marks.isEmpty() || marks.get(marks.size() - 1).unit() <= UNITS) {
            marks.add(next(target).mark());
        }
        target.terminate();
        Waiting.until("termination", target::isTerminated);
        breakpoint.delete();
        return marks;
    }

    private StopState whileRunning(ModelStage.Action change) throws Exception {
        WalkDebugTarget target = start(machine);
        return stateAfter(target, () -> {
            machine.armAfter(UNITS);
            target.resume();
            machine.awaitBlocked();
            assertThat(target.session().status()).isEqualTo(SessionStatus.RUNNING);
            change.run();
            machine.release();
        });
    }

    private long hitsAtEnd(KernelBreakpoint counting, ModelStage.Action meanwhile) throws Exception {
        WalkDebugTarget target = start(pingPong);
        StopState end = stateAfter(target, () -> {
            target.resume();
            meanwhile.run();
        });
        assertThat(end.reason()).isEqualTo(StopReason.END);
        return SessionStage.answer(target.session(), new Command.ListBreakpoints()).stream()
                .filter(status -> status.breakpoint().id().equals(counting.sessionId())).findFirst().orElseThrow()
                .hits();
    }

    private WalkDebugTarget start(TargetFactory factory) {
        WalkDebugTarget target = Workspace.start(file, factory, SessionSettings.DEFAULT);
        targets.add(target);
        Waiting.until("the first stop", target::isSuspended);
        return target;
    }

    private static StopState next(WalkDebugTarget target) throws Exception {
        return stateAfter(target, target::resume);
    }

    private static StopState stateAfter(WalkDebugTarget target, ModelStage.Action action) throws Exception {
        StopListener.stopAfter(target, action);
        return target.stopState().orElseThrow();
    }
}
