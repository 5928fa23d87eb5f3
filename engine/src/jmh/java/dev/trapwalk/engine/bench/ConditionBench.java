package dev.trapwalk.engine.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Programs;
import dev.trapwalk.engine.session.target.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A conditional breakpoint that never holds, with all that surrounds it: a session runs a machine that passes one kernel
 * point a million times. Evaluations a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ConditionBench {

    private static final int UNITS = 1_000;
    private static final int PASSES = 1_000;
    private static final KernelFunction FUNCTION =
            KernelFunction.of(ConditionBench.class, "loop", Phase.FASTPATH, "unit:count");
    private static final KernelPoint CHECK = FUNCTION.check("again", "pass:count");

    @Param({"pass == 5000", "cptr == 99 && cap.type == endpoint", "msgInfo.length == 99 && current.priority > 3"})
    private String condition;
    private Session session;

    @Setup(Level.Trial)
    public void launch() {
        session = Session.launch("conditions", Loop::new, SessionSettings.DEFAULT, event -> { });
        if (!send(new Command.PutBreakpoint(Breakpoint.at("never", new Location.AtPoint(CHECK.id())).when(condition)))
                .isVerified()) {
            throw new IllegalStateException(condition);
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        session.close();
    }

    private <T> T send(Command<T> command) {
        return session.submit(command).toCompletableFuture().join().get();
    }

    @Benchmark
    @OperationsPerInvocation(UNITS * PASSES)
    public Mark evaluations() {
        send(new Command.Jump(Mark.START));
        return send(new Command.Resume()).mark();
    }

    /** A unit is a thousand passes. */
    private static final class Loop implements Target {

        private static final long COUNTER = PhysicalMemory.pptr(0x300000);

        private final PhysicalMemory memory = new PhysicalMemory(8 << 20);
        private final Path path = new Path();

        Loop() {
            memory.write(KernelGlobals.KS_CUR_THREAD, PhysicalMemory.pptr(0x310400));
        }

        @Override
        public PhysicalMemory memory() {
            return memory;
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public Advance advance() {
            long unit = memory.read(COUNTER);
            if (unit == UNITS) {
                return Advance.ENDED;
            }
            memory.write(COUNTER, unit + 1);
            path.enter(FUNCTION, unit, 0, 0, 0);
            for (int pass = 0; pass < PASSES; pass++) {
                path.decide(CHECK, true, pass, 0, 0, 0);
            }
            path.leave(0);
            return Advance.KERNEL;
        }

        @Override
        public ObjectTable objects() {
            return new ObjectTable(List.of());
        }

        @Override
        public Programs programs() {
            return Programs.NONE;
        }
    }
}
