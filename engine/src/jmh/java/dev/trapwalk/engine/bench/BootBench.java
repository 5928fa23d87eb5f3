package dev.trapwalk.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.boot.CapSpec;
import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.LayoutLoader;
import dev.trapwalk.engine.boot.LoadedSystem;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.kernel.KernelConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long booting takes: the bare machine, and a layout of 100,000 capabilities by as many system calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BootBench {

    private static final int CAPABILITIES = 100_000;
    private static final int RADIX = 17;

    private Scenario scenario;

    @Setup
    public void describe() {
        List<ObjectSpec> objects = List.of(
                new ObjectSpec("ep", ObjectType.ENDPOINT, 0, null, -1, null, SourcePlace.NONE),
                new ObjectSpec("cnode", ObjectType.CNODE, RADIX, null, -1, null, SourcePlace.NONE));
        List<CapSpec> caps = new ArrayList<>();
        for (int slot = 0; slot < CAPABILITIES; slot++) {
            caps.add(new CapSpec("cnode", slot, "ep", (int) Rights.ALL, 0, 0, 0, null, SourcePlace.NONE));
        }
        scenario = new Scenario("boot", KernelConfig.REFERENCE, new Layout(objects, caps, List.of(), List.of()), List.of());
    }

    /** The kernel's own boot, up to the first instruction of the root task. */
    @Benchmark
    public Machine bareMachine() {
        return Machine.boot(KernelConfig.REFERENCE);
    }

    /** A layout of 100,000 capabilities. */
    @Benchmark
    public LoadedSystem hundredThousandCapabilities() {
        return LayoutLoader.load(scenario);
    }
}
