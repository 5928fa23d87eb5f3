package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.point.Phase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a kernel function with one check costs: with nobody watching, and watched with no breakpoint in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PathBench {

    private static final KernelFunction FUNCTION = KernelFunction.of(PathBench.class, "bench", Phase.FASTPATH, "a");
    private static final KernelPoint CHECK = FUNCTION.check("positive", "a");

    private final Path unwatched = new Path();
    private final Path watched = new Path();
    private long value = 1;

    public PathBench() {
        watched.attach((point, outcome, a, b, c, d) -> {
            throw new IllegalStateException("no point is armed");
        }, new boolean[Catalogue.size()]);
    }

    @Benchmark
    public boolean unwatched() {
        return pass(unwatched);
    }

    @Benchmark
    public boolean watchedWithoutBreakpoints() {
        return pass(watched);
    }

    private boolean pass(Path path) {
        path.enter(FUNCTION, value, 0, 0, 0);
        boolean outcome = path.decide(CHECK, value > 0, value, 0, 0, 0);
        path.leave(0);
        return outcome;
    }
}
