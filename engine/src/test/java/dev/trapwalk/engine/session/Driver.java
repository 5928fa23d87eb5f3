package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.TargetFactory;

/** A session as tests drive it: each command waits for its answer, so that a test reads like a stepping script. */
final class Driver implements AutoCloseable {

    final Session session;
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();

    Driver(TargetFactory factory, SessionSettings settings) {
        session = Session.launch("test", factory, settings, events::add);
        send(new Command.ListBreakpoints());
    }

    static Driver toy(long units) {
        return new Driver(() -> new ToyMachine(units), SessionSettings.DEFAULT);
    }

    <T> Result<T> send(Command<T> command) {
        try {
            return session.submit(command).toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("no answer to " + command, late);
        }
    }

    StopState step(StepKind kind, Granularity granularity) {
        return send(new Command.Step(kind, granularity, Direction.FORWARD)).get();
    }

    StopState back(StepKind kind, Granularity granularity) {
        return send(new Command.Step(kind, granularity, Direction.BACKWARD)).get();
    }

    StopState into() {
        return step(StepKind.INTO, Granularity.POINT);
    }

    StopState backInto() {
        return back(StepKind.INTO, Granularity.POINT);
    }

    StopState resume() {
        return send(new Command.Resume()).get();
    }

    StopState reverse() {
        return send(new Command.Resume(Direction.BACKWARD)).get();
    }

    StopState jump(String mark) {
        return send(new Command.Jump(Mark.parse(mark).orElseThrow())).get();
    }

    BreakpointStatus put(Breakpoint breakpoint) {
        return send(new Command.PutBreakpoint(breakpoint)).get();
    }

    BreakpointStatus put(String id, String point) {
        return put(Breakpoint.at(id, new Location.AtPoint(point)));
    }

    StopState state() {
        return session.state().orElseThrow();
    }

    static void at(StopState state, String mark, String point) {
        assertThat(state.mark() + " " + state.point().map(p -> p.point().id()).orElse("user")).isEqualTo(mark + " "
                + point);
    }

    @Override
    public void close() {
        send(new Command.Terminate());
    }
}
