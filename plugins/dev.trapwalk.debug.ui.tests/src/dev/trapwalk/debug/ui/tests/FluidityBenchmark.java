package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How fluid stepping is with 200 threads and 5,000 slots: from the step command until every visible view is refreshed
 * (p95), steps a second while F6 is held, and how long one event keeps the user interface thread. Runs only when it is
 * named ({@code -Dtest=FluidityBenchmark}); the figures go to {@code target/fluidity.txt}. Nothing fails for being slow.
 */
class FluidityBenchmark {

    private static final int STEPS = 60;
    private static final int WARM_UP = 20;
    private static final long QUIET_NANOS = 50_000_000;
    private static final long HELD_NANOS = 3_000_000_000L;
    /** A keyboard repeats a key that is held about 30 times a second. */
    private static final long REPEAT_NANOS = 33_000_000;
    private static final double MILLI = 1e6;
    private static final String OURS = "dev.trapwalk.debug.ui.";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final StringBuilder report = new StringBuilder();
    private Example example;

    @BeforeEach
    void stopInTheCrowd() throws Exception {
        example = new Example("fluidity");
        String text = new Crowd(200, 5_000, 400).text();
        example.file("crowd.walk").create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
        example.open("crowd.walk");
        Example.breakAt("fastpath_call/entry", Mode.PASSED);
        example.debug("crowd.walk");
        example.stopsIn("fastpath_call");
        Example.removeBreakpoints();
        Workbench.settle();
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void steppingIsFluid() throws Exception {
        Workbench.shell();
        try (Pump pump = new Pump()) {
            steps(pump, WARM_UP);
            measure(pump, "perspective as it is");
            for (IViewDescriptor view : PlatformUI.getWorkbench().getViewRegistry().getViews()) {
                if (view.getId().startsWith(OURS)) {
                    Workbench.page().showView(view.getId());
                    Workbench.settle();
                    measure(pump, view.getLabel() + " in front");
                }
            }
            Screenshot.of(Workbench.shell(), "fluidity");
        }
        assertThat(report).contains("steps/s");
    }

    private void measure(Pump pump, String what) throws Exception {
        steps(pump, WARM_UP);
        pump.forget();
        long process = PROCESS.getProcessCpuTime();
        long thread = THREADS.getCurrentThreadCpuTime();
        List<Long> latencies = steps(pump, STEPS);
        thread = THREADS.getCurrentThreadCpuTime() - thread;
        process = PROCESS.getProcessCpuTime() - process;
        int held = held(pump);
        report.append(String.format(Locale.ROOT,
                "%-28s step to refreshed: median %5.1f ms, p95 %5.1f ms; processor time of a step: %.1f ms, %.1f ms of "
                        + "them in the user interface thread; held F6: %4.1f steps/s; "
                        + "user interface thread kept: p99 %5.1f ms, longest %5.1f ms; visible: %s%n",
                what, percentile(latencies, 50) / MILLI, percentile(latencies, 95) / MILLI,
                process / MILLI / STEPS, thread / MILLI / STEPS,
                held / (HELD_NANOS / 1e9), percentile(pump.blocked(), 99) / MILLI,
                percentile(pump.blocked(), 100) / MILLI, visible()));
        Files.writeString(Path.of(System.getProperty("trapwalk.screenshots")).resolveSibling("fluidity.txt"), report);
    }

    private List<Long> steps(Pump pump, int count) throws Exception {
        List<Long> latencies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long generation = generation();
            long begin = System.nanoTime();
            example.top().stepInto();
            pump.until(() -> example.target().isSuspended() && generation() > generation);
            latencies.add(pump.quiet(QUIET_NANOS) - begin);
        }
        return latencies;
    }

    private int held(Pump pump) throws Exception {
        long end = System.nanoTime() + HELD_NANOS;
        int steps = 0;
        while (System.nanoTime() < end) {
            long next = System.nanoTime() + REPEAT_NANOS;
            if (example.target().isSuspended() && example.top() != null && example.top().canStepOver()) {
                example.top().stepOver();
                steps++;
            }
            pump.until(() -> System.nanoTime() >= next);
        }
        pump.quiet(QUIET_NANOS);
        return steps;
    }

    private long generation() {
        return example.target().stopState().orElseThrow().generation();
    }

    private static double percentile(List<Long> values, int percent) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String visible() {
        return Arrays.stream(Workbench.page().getViewReferences())
                .filter(view -> Workbench.page().isPartVisible(view.getPart(false))).map(IViewReference::getPartName)
                .collect(Collectors.joining(", "));
    }
}
