package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.scheduler.SchedulerView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scheduler view: who runs next, who is ready, who waits. */
class SchedulerViewTest {

    private Example example;
    private SchedulerView view;

    @BeforeEach
    void stopAtTheCall() throws Exception {
        example = new Example("scheduler");
        example.open("call-fastpath.walk");
        Example.breakAt("fastpath_call/entry", Mode.PASSED);
        example.debug("call-fastpath.walk");
        example.stopsIn("fastpath_call");
        view = (SchedulerView) Workbench.page().showView(SchedulerView.ID);
        isDrawn();
    }

    @AfterEach
    void close() throws Exception {
        Workbench.page().hideView(view);
        example.close();
    }

    private void isDrawn() {
        Workbench.waitUntil("the last stop is drawn", () -> view.drawn()
                .map(moment -> moment.now() == example.target().stopState().orElseThrow()).orElse(false));
    }

    private void step(Direction direction) throws Exception {
        example.stopsAfter(() -> example.target().move(
                new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, direction), null));
        isDrawn();
    }

    @Test
    void theServerWaitsInTheEndpointUntilTheCallWakesIt() throws Exception {
        assertThat(view.texts()).anyMatch(line -> line.startsWith("Current thread  client  Running"))
                .contains("  ep  1 waiting to receive", "    server  BlockedOnReceive");
        Screenshot.of(Workbench.shell(), "scheduler-before-call");
        step(Direction.FORWARD);
        assertThat(view.texts()).anyMatch(line -> line.startsWith("Current thread  server  Running"))
                .contains("  client  reply capability in server.tcbCaller")
                .noneMatch(line -> line.contains("waiting to receive"));
        Screenshot.of(Workbench.shell(), "scheduler-after-call");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "scheduler-after-call-dark");
        Theme.light();
        step(Direction.BACKWARD);
        assertThat(view.texts()).contains("  ep  1 waiting to receive");
    }
}
