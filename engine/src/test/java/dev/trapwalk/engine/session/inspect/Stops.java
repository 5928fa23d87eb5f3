package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** A scenario's machine, from stop to stop. */
final class Stops implements AutoCloseable {

    private final Session session;

    Stops(String scenario) {
        this(Scenarios.named(scenario));
    }

    Stops(Scenario scenario) {
        session = Session.launch("test", ScenarioTarget.factory(scenario), SessionSettings.DEFAULT, event -> { });
        send(new Command.ListBreakpoints());
    }

    private <T> T send(Command<T> command) {
        try {
            Result<T> result = session.submit(command).toCompletableFuture().get(60, TimeUnit.SECONDS);
            assertThat(result.isOk()).as(result.message()).isTrue();
            return result.get();
        } catch (Exception late) {
            throw new AssertionError("no answer to " + command, late);
        }
    }

    StopState state() {
        return session.state().orElseThrow();
    }

    MachineImage machine() {
        return state().machine();
    }

    MachineImage systemCall() {
        return send(new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, Direction.FORWARD)).machine();
    }

    MachineImage into() {
        return send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.FORWARD)).machine();
    }

    MachineImage systemCallBack() {
        return send(new Command.Step(StepKind.INTO, Granularity.SYSTEM_CALL, Direction.BACKWARD)).machine();
    }

    long object(String name) {
        return machine().objects().named(name).orElseThrow().address();
    }

    @Override
    public void close() {
        send(new Command.Terminate());
    }
}
