package dev.trapwalk.debug.ui.tests;

import static dev.trapwalk.debug.ui.tests.CrowdSteps.MILLI;
import static dev.trapwalk.debug.ui.tests.CrowdSteps.percentile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.tests.CrowdSteps.Place;
import dev.trapwalk.debug.ui.tests.CrowdSteps.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a step of each kind costs in the perspective as it is: one within a function shows less that is new than one
 * into the kernel; also how many steps a held key makes. Runs only when it is named ({@code
 * -Dtest=StepKindsBenchmark}); a table, the diaries of each kind and the stacks seen go to {@code
 * target/fluidity-kinds.txt}. Nothing fails for being slow.
 */
class StepKindsBenchmark {

    private static final int STEPS = 160;
    private static final int WATCHED = 80;
    private static final int DIARIES = 2;
    private static final long HELD_NANOS = 2_000_000_000L;
    private static final int STACKS = 5_000;

    @Test
    void stepsOfEachKind() throws Exception {
        StringBuilder report = new StringBuilder();
        try (CrowdSteps crowd = new CrowdSteps(); Sampler sampler = new Sampler(Thread.currentThread());
                Paints paints = new Paints(); Pump pump = new Pump(() -> sampler.recent() + paints.recent())) {
            CrowdSteps.keepScrollBars(Workbench.shell());
            crowd.steps(pump, CrowdSteps.FIRST_STEPS);
            CrowdSteps.keepScrollBars(Workbench.shell());
            pump.forget();
            pump.writeDiary(true);
            List<Step> steps = crowd.steps(pump, STEPS);
            pump.writeDiary(false);
            table("all", steps, report);
            long longest = Collections.max(pump.blocked());
            pump.forget();
            report.append(String.format(Locale.ROOT, "user interface thread kept: longest %.1f ms; "
                    + "held F6: %.1f steps/s, user interface thread kept: longest %.1f ms%n", longest / MILLI,
                    crowd.held(pump, HELD_NANOS) / (HELD_NANOS / 1e9), Collections.max(pump.blocked()) / MILLI));
            kinds(steps).forEach((kind, same) -> table(kind, same, report));
            kinds(steps).forEach((kind, same) -> report.append(kind).append(", ms/processor ms: ")
                    .append(same.stream().map(step -> String.format(Locale.ROOT, "%.0f/%.0f",
                            step.refreshed() / MILLI, step.processor() / MILLI)).collect(Collectors.joining(" ")))
                    .append('\n'));
            diaries("", steps, report);
            paints.watch(true);
            sampler.begin();
            pump.writeDiary(true);
            List<Step> watched = crowd.steps(pump, WATCHED);
            sampler.end();
            diaries("looked at: ", watched, report);
            report.append(sampler.report(WATCHED)).append(sampler.stacks(WATCHED, STACKS));
        }
        Path folder = Path.of(System.getProperty("trapwalk.screenshots")).getParent();
        Files.writeString(folder.resolve("fluidity-kinds.txt"), report);
        assertThat(report).contains("steps");
    }

    /** What happened in the steps of each kind that took about as long as most. */
    private static void diaries(String how, List<Step> steps, StringBuilder report) {
        kinds(steps).forEach((kind, same) -> same.stream().sorted(Comparator.comparingLong(Step::refreshed))
                .skip(Math.max(0, same.size() / 2 - 1)).limit(DIARIES)
                .forEach(step -> report.append("  ").append(how).append(kind).append(", ")
                        .append(step.before().function()).append(" to ").append(step.after().function()).append(":\n")
                        .append(step.diary())));
    }

    private static Map<String, List<Step>> kinds(List<Step> steps) {
        return steps.stream().collect(Collectors.groupingBy(step -> kind(step.before(), step.after()), TreeMap::new,
                Collectors.toList()));
    }

    private static String kind(Place before, Place after) {
        if (before.depth() == 1 || after.depth() == 1) {
            return after.depth() > 1 ? "into the kernel" : before.depth() > 1 ? "back to user mode" : "in user mode";
        }
        return !before.thread().equals(after.thread()) ? "into another thread"
                : before.depth() < after.depth() ? "into a function"
                : before.depth() > after.depth() ? "out of a function"
                : before.function().equals(after.function()) ? "within a function" : "into the next function";
    }

    private static void table(String kind, List<Step> steps, StringBuilder report) {
        report.append(String.format(Locale.ROOT,
                "%-22s %3d steps; to refreshed: median %6.1f, p95 %6.1f ms; processor time in the user interface "
                        + "thread: median %6.1f, p95 %6.1f ms; %s%n",
                kind, steps.size(), percentile(steps, 50, Step::refreshed) / MILLI,
                percentile(steps, 95, Step::refreshed) / MILLI, percentile(steps, 50, Step::processor) / MILLI,
                percentile(steps, 95, Step::processor) / MILLI, CrowdSteps.late(steps)));
    }
}
