package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.BackCommand;
import dev.trapwalk.debug.core.command.RestartCommand;
import dev.trapwalk.debug.core.command.StepFilters;
import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.script.StageActor;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.commands.IDropToFrameHandler;
import org.eclipse.debug.core.commands.IRestartHandler;
import org.eclipse.debug.core.commands.IStepIntoHandler;
import org.eclipse.debug.core.commands.IStepOverHandler;
import org.eclipse.debug.core.commands.IStepReturnHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's commands that are more than a step: drop to frame, run to line, restart, step filters, disconnect. */
class CommandsTest {

    private ModelStage stage;
    private StageActor actor;
    private WalkDebugTarget target;

    @BeforeEach
    void launch() {
        stage = new ModelStage("cnode-copy");
        actor = new StageActor(stage);
        target = stage.target();
    }

    @AfterEach
    void close() throws Exception {
        StepFilters.choose(StepFilters.DEFAULT);
        StepGranularity.choose(Granularity.POINT);
        actor.close();
        Workspace.removeBreakpoints();
    }

    @Test
    void dropToFrameGoesBackToTheEntryOfThatActivation() throws Exception {
        actor.perform("to point lookupSlotForCNodeOp/depth_in_range");
        WalkStackFrame decode = frame("decodeCNodeInvocation");
        assertThat(decode.canDropToFrame()).isTrue();
        after(decode::dropToFrame);
        assertThat(stage.stop()).containsExactly("jump: client decodeCNodeInvocation/entry");
        assertThat(frame("decodeCNodeInvocation")).as("the same activation").isEqualTo(decode);
        assertThat(frame("decodeCNodeInvocation").canDropToFrame()).as("already there").isFalse();
    }

    @Test
    void dropToTheProgramsFrameRestartsTheSystemCall() throws Exception {
        actor.perform("to point lookupSlotForCNodeOp/depth_in_range");
        long unit = stage.state().mark().unit();
        WalkStackFrame program = (WalkStackFrame) thread().getStackFrames()[thread().getStackFrames().length - 1];
        after(program::dropToFrame);
        assertThat(stage.state().mark()).isEqualTo(Mark.user(unit));
        assertThat(thread().getTopStackFrame().canDropToFrame()).isFalse();
    }

    @Test
    void runToAPointAndToALine() throws Exception {
        after(() -> target.runTo(new Place.At(new Location.AtPoint("decodeCNodeInvocation/entry", Mode.PASSED))));
        assertThat(stage.stop()).containsExactly("place reached: client decodeCNodeInvocation/entry");
        actor.perform("jump 0.0");
        int line = thread().getTopStackFrame().getLineNumber();
        actor.perform("run");
        actor.perform("jump 0.0");
        after(() -> target.runTo(new Place.At(new Location.AtLine(40, ""))));
        assertThat(thread().getTopStackFrame().getLineNumber()).isEqualTo(40).isNotEqualTo(line);
    }

    @Test
    void restartBootsAnewAndRestartSystemCallGoesBackToUserMode() throws Exception {
        actor.perform("to point lookupSlotForCNodeOp/depth_in_range");
        assertThat(CommandRequest.isEnabled(RestartCommand.SystemCall.class, thread())).isTrue();
        after(() -> CommandRequest.execute(RestartCommand.SystemCall.class, thread().getTopStackFrame()));
        assertThat(stage.state().mark().isUserMode()).isTrue();
        assertThat(CommandRequest.isEnabled(RestartCommand.SystemCall.class, thread())).isFalse();
        after(() -> CommandRequest.execute(IRestartHandler.class, target));
        assertThat(stage.state().mark()).isEqualTo(Mark.START);
    }

    @Test
    void stepButtonsAreAnsweredAndObeyedAtOnce() throws Exception {
        actor.perform("to point lookupSlotForCNodeOp/depth_in_range");
        WalkStackFrame top = thread().getTopStackFrame();
        WalkStackFrame decode = frame("decodeCNodeInvocation");
        WalkStackFrame caller = (WalkStackFrame) thread().getStackFrames()[1];
        Stream.of(IStepIntoHandler.class, IStepOverHandler.class, IStepReturnHandler.class, BackCommand.Over.class)
                .forEach(command -> assertThat(CommandRequest.isEnabledAtOnce(command, top)).as(command.getName())
                        .isTrue());
        assertThat(CommandRequest.isEnabledAtOnce(IStepOverHandler.class, target)).as("a machine").isFalse();
        assertThat(CommandRequest.isEnabledAtOnce(IDropToFrameHandler.class, decode)).isTrue();
        Mark before = stage.state().mark();
        after(() -> CommandRequest.execute(IStepOverHandler.class, top));
        assertThat(before.isBefore(stage.state().mark())).isTrue();
        after(() -> CommandRequest.execute(BackCommand.Over.class, top));
        assertThat(stage.state().mark()).isEqualTo(before);
        after(() -> CommandRequest.execute(IStepReturnHandler.class, top));
        assertThat(thread().getTopStackFrame()).isEqualTo(caller);
        after(() -> CommandRequest.execute(IDropToFrameHandler.class, decode));
        assertThat(CommandRequest.isEnabledAtOnce(IDropToFrameHandler.class, decode)).as("already there").isFalse();
    }

    @Test
    void stepsGoThroughWhatTheFiltersName() throws Exception {
        actor.perform("to point decodeCNodeInvocation/entry");
        StepGranularity.choose(Granularity.FUNCTION);
        StepFilters.choose("lookup*, resolveAddressBits");
        target.setStepFiltersEnabled(true);
        after(() -> thread().stepInto());
        assertThat(thread().getTopStackFrame().frame().label()).doesNotStartWith("lookup")
                .isNotEqualTo("resolveAddressBits").isNotEqualTo("decodeCNodeInvocation");
        target.setStepFiltersEnabled(false);
        actor.perform("back to point decodeCNodeInvocation/entry");
        StepGranularity.choose(Granularity.FUNCTION);
        after(() -> thread().stepInto());
        assertThat(thread().getTopStackFrame().frame().label()).startsWith("lookup");
    }

    @Test
    void aBreakpointStopsAlsoWhereStepsGoThrough() throws Exception {
        actor.perform("to point decodeCNodeInvocation/entry");
        actor.perform("break a point resolveAddressBits/entry");
        StepFilters.choose("lookup*,resolveAddressBits");
        StepGranularity.choose(Granularity.FUNCTION);
        target.setStepFiltersEnabled(true);
        after(() -> thread().stepInto());
        assertThat(thread().getTopStackFrame().frame().label()).isEqualTo("resolveAddressBits");
    }

    @Test
    void aDisconnectedMachineRunsOnToItsEndAndPrints() throws Exception {
        actor.perform("break a error");
        StopListener listener = new StopListener(target);
        target.disconnect();
        assertThat(target.isDisconnected()).isTrue();
        assertThat(target.isTerminated()).isTrue();
        listener.await("the target's end", () -> listener.count(DebugEvent.TERMINATE) == 1);
        Waiting.until("the process's end", () -> target.getProcess().isTerminated());
        assertThat(target.getProcess().getStreamsProxy().getOutputStreamMonitor().getContents())
                .contains("seL4_DeleteFirst").contains("seL4_FailedLookup");
        listener.settle();
        assertThat(listener.count(DebugEvent.SUSPEND)).as("nothing is shown any more").isZero();
        listener.close();
    }

    @Test
    void whatTheSessionRefusesIsTold() throws Exception {
        StopListener listener = new StopListener(target);
        assertThat(thread().canStepReturn()).as("in user mode there is nothing to return from").isFalse();
        thread().stepReturn();
        listener.await("the refusal", () -> listener.refusal() != null);
        assertThat(listener.refusal().message()).contains("nothing to return to");
        assertThat(thread().isStepping()).isFalse();
        listener.close();
    }

    private WalkThread thread() {
        return target.enteredThread().orElseThrow();
    }

    private WalkStackFrame frame(String function) {
        return Stream.of(thread().getStackFrames()).map(WalkStackFrame.class::cast)
                .filter(frame -> frame.frame().label().equals(function)).findFirst().orElseThrow();
    }

    /** Does something and waits for the one stop that it ends with. */
    private void after(ModelStage.Action action) throws Exception {
        StopListener.stopAfter(target, action);
    }
}
