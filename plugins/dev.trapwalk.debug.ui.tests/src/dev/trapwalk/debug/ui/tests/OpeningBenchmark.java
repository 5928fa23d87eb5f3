package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long opening a scenario of about 24,000 lines, and stopping in it for the first time, keep the user interface
 * thread: the first time in a workbench and again. Runs only when it is named ({@code -Dtest=OpeningBenchmark}); the
 * figures and the stacks where the time goes are in {@code target/opening.txt}. Nothing fails for being slow.
 */
class OpeningBenchmark {

    private static final int CALLS = 8_000;
    private static final int TIMES = 2;
    private static final int STACKS = 60;
    private static final long QUIET_NANOS = 400_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONG_NANOS = 50_000_000L;

    private final StringBuilder report = new StringBuilder();
    private Example example;
    private volatile boolean stopped;

    @BeforeEach
    void writeTheScenario() throws Exception {
        example = new Example("opening");
        example.file("big.walk").create(
                new ByteArrayInputStream(new Crowd(200, 5_000, CALLS).text().getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
        Workbench.shell();
        Workbench.settle();
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void openingABigScenarioKeepsTheThreadHowLong() throws Exception {
        try (Sampler sampler = new Sampler(Thread.currentThread()); Pump pump = new Pump(sampler::recent)) {
            pump.quiet(QUIET_NANOS);
            for (int i = 1; i <= TIMES; i++) {
                measure(pump, sampler, "a small one opened, time " + i, () -> example.open("cnode-copy.walk"),
                        this::isOpen);
                Workbench.page().closeAllEditors(false);
                pump.quiet(QUIET_NANOS);
            }
            for (int i = 1; i <= TIMES; i++) {
                measure(pump, sampler, "opened, time " + i, () -> example.open("big.walk"), this::isOpen);
                Workbench.page().closeAllEditors(false);
                pump.quiet(QUIET_NANOS);
            }
            for (int i = 1; i <= TIMES; i++) {
                measure(pump, sampler, "debugged to its first stop, time " + i, this::launch, this::isStopped);
                example.terminate();
                if (i > 1) {
                    measure(pump, sampler, "debugged while it is open", this::launch, this::isStopped);
                    example.terminate();
                }
                Workbench.page().closeAllEditors(false);
                pump.quiet(QUIET_NANOS);
            }
        }
        Files.writeString(Path.of(System.getProperty("trapwalk.screenshots")).getParent().resolve("opening.txt"),
                report);
        assertThat(report).contains("time " + TIMES);
    }

    private boolean isOpen() {
        return Workbench.page().getActiveEditor() instanceof ITextEditor;
    }

    /** Launches elsewhere, as the platform does. */
    private void launch() {
        stopped = false;
        Job.create("launch", monitor -> {
            example.debug("big.walk", true);
            stopped = true;
        }).schedule();
    }

    private boolean isStopped() {
        return stopped && isOpen() && example.target().isSuspended();
    }

    private void measure(Pump pump, Sampler sampler, String what, Example.Action action,
            BooleanSupplier done) {
        pump.forget();
        pump.open();
        pump.writeDiary(true);
        sampler.begin();
        long processor = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        Display.getCurrent().asyncExec(() -> run(action));
        pump.until(done);
        long end = pump.quiet(QUIET_NANOS);
        processor = THREADS.getCurrentThreadCpuTime() - processor;
        sampler.end();
        pump.writeDiary(false);
        report.append(String.format(Locale.ROOT,
                "%s: user interface thread kept %.0f ms in all, %.0f ms of processor time; longest event %.0f ms,"
                        + " over 50 ms %d times; quiet after %.0f ms%n",
                what, pump.blocked().stream().mapToLong(Long::longValue).sum() / CrowdSteps.MILLI,
                processor / CrowdSteps.MILLI, CrowdSteps.percentile(pump.blocked(), 100) / CrowdSteps.MILLI,
                pump.blocked().stream().filter(nanos -> nanos > LONG_NANOS).count(), (end - begin) / CrowdSteps.MILLI))
                .append(sampler.report(1)).append(sampler.stacks(1, STACKS)).append(pump.diary());
    }

    private static void run(Example.Action action) {
        try {
            action.run();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
