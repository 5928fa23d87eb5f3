package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.machine.Journal;
import dev.trapwalk.engine.point.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** System calls a second on the fastpaths: Call and ReplyRecv of 0 words, from the trap to user mode. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FastPathBench {

    /** Nobody watches. */
    @State(Scope.Thread)
    public static class Unwatched {

        final PingPong pingPong = new PingPong();

        public Unwatched() {
            pingPong.check();
        }
    }

    /** A table of armed points is consulted at every point; none is armed. */
    @State(Scope.Thread)
    public static class Armed extends Unwatched {

        public Armed() {
            pingPong.kernel().path().attach((point, outcome, a, b, c, d) -> {
                throw new IllegalStateException("no point is armed");
            }, new boolean[Catalogue.size()]);
        }
    }

    /** Every overwritten word is kept, as a session's history does. */
    @State(Scope.Thread)
    public static class Journalled extends Armed implements Journal {

        private final long[] words = new long[1 << 16];
        private int next;

        public Journalled() {
            pingPong.kernel().memory().setJournal(this);
        }

        @Override
        public void before(long pptr, long oldValue) {
            words[next] = pptr;
            words[next + 1] = oldValue;
            next = next + 2 & words.length - 1;
        }
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public long unwatched(Unwatched state) {
        return state.pingPong.roundTrip();
    }

    @Benchmark
    @OperationsPerInvocation(2)
    @Fork(value = 1, jvmArgsAppend = "-Dtrapwalk.points.removed=true")
    public long withoutPoints(Unwatched state) {
        return state.pingPong.roundTrip();
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public long armedTable(Armed state) {
        return state.pingPong.roundTrip();
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public long armedTableAndJournal(Journalled state) {
        return state.pingPong.roundTrip();
    }
}
