package dev.trapwalk.debug.ui.tests;

import static dev.trapwalk.debug.ui.tests.CrowdSteps.MILLI;
import static dev.trapwalk.debug.ui.tests.CrowdSteps.percentile;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.trapwalk.debug.ui.tests.CrowdSteps.Step;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How fluid stepping is with 200 threads and 5,000 slots: from the step command until every visible view is refreshed
 * (p95), steps a second while F6 is held, and how long one event keeps the user interface thread. Runs only when it is
 * named ({@code -Dtest=FluidityBenchmark}); the figures go to {@code target/fluidity.txt}, where the time goes to
 * {@code target/fluidity-profile.txt}. Nothing fails for being slow.
 */
class FluidityBenchmark {

    private static final int STEPS = 40;
    private static final int WARM_UP = 10;
    private static final int PROFILED = 20;
    private static final int STACKS = 120;
    private static final long HELD_NANOS = 2_000_000_000L;
    private static final String OURS = "dev.trapwalk.debug.ui.";

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder profile = new StringBuilder();
    private Sampler sampler;
    private CrowdSteps crowd;

    @BeforeEach
    void stopInTheCrowd() throws Exception {
        crowd = new CrowdSteps();
    }

    @AfterEach
    void close() throws Exception {
        crowd.close();
    }

    @Test
    void steppingIsFluid() throws Exception {
        try (Sampler looking = new Sampler(Thread.currentThread()); Pump pump = new Pump(looking::recent)) {
            sampler = looking;
            crowd.steps(pump, CrowdSteps.FIRST_STEPS);
            measure(pump, "perspective as it is");
            for (IViewReference view : Workbench.page().getViewReferences()) {
                if (!view.getId().equals(IDebugUIConstants.ID_DEBUG_VIEW)
                        && Workbench.page().isPartVisible(view.getPart(false))) {
                    measureWithout(pump, view);
                }
            }
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

    /** What a view takes is what is saved while it is not there. */
    private void measureWithout(Pump pump, IViewReference view) throws Exception {
        String id = view.getId();
        String title = view.getTitle();
        Workbench.page().hideView(view);
        Workbench.settle();
        measure(pump, "without " + title);
        Workbench.page().showView(id);
        Workbench.settle();
    }

    private void measure(Pump pump, String what) throws Exception {
        CrowdSteps.keepScrollBars(Workbench.shell());
        crowd.steps(pump, WARM_UP);
        pump.forget();
        long process = PROCESS.getProcessCpuTime();
        List<Step> steps = crowd.steps(pump, STEPS);
        process = PROCESS.getProcessCpuTime() - process;
        List<Long> blocked = List.copyOf(pump.blocked());
        pump.forget();
        int held = crowd.held(pump, HELD_NANOS);
        report.append(String.format(Locale.ROOT,
                "%-28s step to stop: median %5.1f ms, p95 %5.1f ms; "
                        + "to refreshed: median %5.1f ms, p95 %5.1f ms; processor time of a step: %.1f ms, in the user "
                        + "interface thread median %.1f ms, p95 %.1f ms; held F6: %4.1f steps/s; "
                        + "user interface thread kept: longest %5.1f ms, with F6 held: p99 %5.1f ms, longest %5.1f ms; "
                        + "%s; visible: %s%n",
                what, percentile(steps, 50, Step::stop) / MILLI, percentile(steps, 95, Step::stop) / MILLI,
                percentile(steps, 50, Step::refreshed) / MILLI, percentile(steps, 95, Step::refreshed) / MILLI,
                process / MILLI / STEPS, percentile(steps, 50, Step::processor) / MILLI,
                percentile(steps, 95, Step::processor) / MILLI, held / (HELD_NANOS / 1e9),
                percentile(blocked, 100) / MILLI, percentile(pump.blocked(), 99) / MILLI,
                percentile(pump.blocked(), 100) / MILLI, CrowdSteps.late(steps), visible()));
        profile(pump, what);
        Path folder = Path.of(System.getProperty("trapwalk.screenshots")).getParent();
        Files.writeString(folder.resolve("fluidity.txt"), report);
        Files.writeString(folder.resolve("fluidity-profile.txt"), profile);
    }

    /** Steps on with somebody looking: that takes time of its own. */
    private void profile(Pump pump, String what) throws Exception {
        sampler.begin();
        pump.writeDiary(true);
        List<Step> steps = crowd.steps(pump, PROFILED);
        pump.writeDiary(false);
        sampler.end();
        Step slowest = steps.stream().max(Comparator.comparingLong(Step::refreshed)).orElseThrow();
        profile.append(String.format(Locale.ROOT, "%n%s: step to refreshed: median %.1f ms%n", what,
                percentile(steps, 50, Step::refreshed) / MILLI)).append(sampler.report(PROFILED))
                .append(sampler.stacks(PROFILED, STACKS))
                .append("  the last step:\n").append(pump.diary()).append("  the slowest step:\n")
                .append(slowest.diary());
    }

    private static String visible() {
        return Arrays.stream(Workbench.page().getViewReferences())
                .filter(view -> Workbench.page().isPartVisible(view.getPart(false))).map(IViewReference::getPartName)
                .collect(Collectors.joining(", "));
    }
}
