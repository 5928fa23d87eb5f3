package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.expression.Compiler;
import dev.trapwalk.engine.session.expression.Env;
import dev.trapwalk.engine.session.expression.Expression;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a session costs, by a client's clock, threads and answers included. The scenario is a client that calls a
 * server 15,000 times: about a million steps, which the session has run to the end before anything is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBench {

    private static final int ROUNDS = 15_000;

    /** A session at the end of its scenario. */
    @State(Scope.Thread)
    public static class AtTheEnd {

        Session session;
        StopState end;
        Expression condition;
        Env env;

        @Setup(Level.Trial)
        public void launch() {
            session = Session.launch("bench", ScenarioTarget.factory(Scenarios.pingPong(ROUNDS)),
                    SessionSettings.DEFAULT,
                    event -> { });
            end = send(new Command.Resume());
            send(new Command.PutBreakpoint(Breakpoint.at("never", new Location.AtPoint("handle_fastsyscall/entry"))
                    .when("cptr == 99 && cap.type == endpoint")));
            condition = Compiler.condition(dev.trapwalk.engine.session.expression.Scope.of(end.machine().objects()),
                    "msgInfo.length == 99 && current.priority > 3");
            env = new Env(end.machine(), end.machine().memory().registerFile());
            env.thread = end.enteredThread();
        }

        @TearDown(Level.Trial)
        public void close() {
            session.close();
        }

        <T> T send(Command<T> command) {
            Result<T> result = session.submit(command).toCompletableFuture().join();
            return result.get();
        }
    }

    /** One step forwards and one back, 45,000 steps before the end: two commands. */
    @Benchmark
    public StopState stepAndBack(AtTheEnd at) {
        if (at.session.state().orElseThrow().mark().equals(at.end.mark())) {
            at.send(new Command.Jump(Mark.user(at.end.mark().unit() - 4_000)));
        }
        at.send(new Command.Step(StepKind.INTO));
        return at.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD));
    }

    /** Before each call at another place of the last hundred thousand steps; going there is not measured. */
    @State(Scope.Thread)
    public static class Anywhere {

        private long place;

        @Setup(Level.Invocation)
        public void jump(AtTheEnd at) {
            place = (place + 3_571) % 8_900;
            at.send(new Command.Jump(Mark.user(at.end.mark().unit() - 10 - place)));
        }
    }

    /** One step back, anywhere in the last hundred thousand steps: the place is another one each time. */
    @Benchmark
    public StopState stepBackAnywhere(AtTheEnd at, Anywhere place) {
        return at.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD));
    }

    /** Backwards over the whole run past a conditional breakpoint that never holds, and on to the end again. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public StopState reverseResumeAndResume(AtTheEnd at) {
        at.send(new Command.Jump(at.end.mark()));
        return at.send(new Command.Resume(Direction.BACKWARD));
    }

    /** One evaluation of a condition that does not hold, with nothing around it. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public boolean condition(AtTheEnd at) {
        return at.condition.isTrue(at.env);
    }
}
