package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten million steps in one session, forwards to the end and backwards to the start, with a history of 512 MiB of which
 * nothing may be dropped. A step is a kernel point or a user instruction.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LongRunBench {

    private static final int ROUNDS = 150_000;
    private static final long BUDGET = 512L << 20;
    private static final long STEPS = 10_000_000;
    private static final long STEP_BYTES = 64;

    @Benchmark
    public long tenMillionSteps() {
        try (Session session = Session.launch("long", ScenarioTarget.factory(Scenarios.pingPong(ROUNDS)),
                SessionSettings.DEFAULT.withHistoryBytes(BUDGET), event -> { })) {
            StopState end = send(session, new Command.Resume());
            long steps = end.mark().unit() + send(session, new Command.CoverageSoFar()).total();
            long bytes = end.time().historyBytes();
            StopState start = send(session, new Command.Resume(Direction.BACKWARD));
            if (steps < STEPS || bytes > BUDGET || bytes > STEP_BYTES * steps
                    || start.reason() != StopReason.HISTORY_START || !start.mark().equals(Mark.START)) {
                throw new IllegalStateException(steps + " steps take " + bytes + " bytes back to " + start.mark());
            }
            System.out.println(steps + " steps, " + bytes + " bytes of history, " + (double) bytes / steps + " a step");
            return bytes;
        }
    }

    private static <T> T send(Session session, Command<T> command) {
        return session.submit(command).toCompletableFuture().join().get();
    }
}
