package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
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
    /** Steps after which the virtual machine has compiled what stepping needs. */
    private static final int FIRST_STEPS = 100;
    private static final int PROFILED = 20;
    /**
     * So long nothing happens when all is refreshed. The platform's busy cursor changes a tenth of a second after a
     * view began to refresh, and shows nothing new.
     */
    private static final long QUIET_NANOS = 40_000_000;
    private static final long HELD_NANOS = 2_000_000_000L;
    /** A keyboard repeats a key that is held about 30 times a second. */
    private static final long REPEAT_NANOS = 33_000_000;
    private static final double MILLI = 1e6;
    private static final String OURS = "dev.trapwalk.debug.ui.";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder profile = new StringBuilder();
    private final List<Long> stops = new ArrayList<>();
    /** Processor time of the user interface thread in each step: what else the machine does changes it little. */
    private final List<Long> busy = new ArrayList<>();
    private final IDebugEventSetListener stopListener = this::note;
    private volatile long told;
    private Sampler sampler;
    private String slowest = "";
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
        DebugPlugin.getDefault().addDebugEventListener(stopListener);
        Workbench.settle();
    }

    private void note(DebugEvent... events) {
        if (Stream.of(events).anyMatch(event -> event.getKind() == DebugEvent.SUSPEND)) {
            told = System.nanoTime();
        }
    }

    @AfterEach
    void close() throws Exception {
        DebugPlugin.getDefault().removeDebugEventListener(stopListener);
        example.close();
    }

    @Test
    void steppingIsFluid() throws Exception {
        Workbench.shell();
        try (Sampler looking = new Sampler(Thread.currentThread()); Pump pump = new Pump(looking::recent)) {
            sampler = looking;
            steps(pump, FIRST_STEPS);
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

    /** Scroll bars that fade out for a second after each scroll paint, but refresh nothing. */
    private static void keepScrollBars(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Scrollable scrollable) {
                scrollable.setScrollbarsMode(SWT.NONE);
            }
            if (child instanceof Composite composite) {
                keepScrollBars(composite);
            }
        }
    }

    private void measure(Pump pump, String what) throws Exception {
        keepScrollBars(Workbench.shell());
        steps(pump, WARM_UP);
        pump.forget();
        stops.clear();
        busy.clear();
        long process = PROCESS.getProcessCpuTime();
        List<Long> latencies = steps(pump, STEPS);
        process = PROCESS.getProcessCpuTime() - process;
        List<Long> blocked = List.copyOf(pump.blocked());
        pump.forget();
        int held = held(pump);
        report.append(String.format(Locale.ROOT,
                "%-28s step to stop: median %5.1f ms, p95 %5.1f ms; "
                        + "to refreshed: median %5.1f ms, p95 %5.1f ms; processor time of a step: %.1f ms, in the user "
                        + "interface thread median %.1f ms, p95 %.1f ms; held F6: %4.1f steps/s; "
                        + "user interface thread kept: longest %5.1f ms, with F6 held: p99 %5.1f ms, longest %5.1f ms; "
                        + "visible: %s%n",
                what, percentile(stops, 50) / MILLI, percentile(stops, 95) / MILLI,
                percentile(latencies, 50) / MILLI, percentile(latencies, 95) / MILLI,
                process / MILLI / STEPS, percentile(busy, 50) / MILLI, percentile(busy, 95) / MILLI,
                held / (HELD_NANOS / 1e9), percentile(blocked, 100) / MILLI, percentile(pump.blocked(), 99) / MILLI,
                percentile(pump.blocked(), 100) / MILLI, visible()));
        profile(pump, what);
        Path folder = Path.of(System.getProperty("trapwalk.screenshots")).getParent();
        Files.writeString(folder.resolve("fluidity.txt"), report);
        Files.writeString(folder.resolve("fluidity-profile.txt"), profile);
    }

    /** Steps on with somebody looking: that takes time of its own. */
    private void profile(Pump pump, String what) throws Exception {
        sampler.begin();
        pump.writeDiary(true);
        List<Long> latencies = steps(pump, PROFILED);
        pump.writeDiary(false);
        sampler.end();
        profile.append(String.format(Locale.ROOT, "%n%s: step to refreshed: median %.1f ms%n", what,
                percentile(latencies, 50) / MILLI)).append(sampler.report(PROFILED)).append(sampler.stacks(PROFILED))
                .append("  the last step:\n").append(pump.diary()).append("  the slowest step:\n").append(slowest);
    }

    private List<Long> steps(Pump pump, int count) throws Exception {
        List<Long> latencies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long generation = generation();
            pump.open();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            example.top().stepInto();
            pump.until(() -> example.target().isSuspended() && generation() > generation && told > begin);
            stops.add(told - begin);
            pump.until(() -> pointsAtTheLine() && viewsShow(generation()));
            latencies.add(pump.quiet(QUIET_NANOS) - begin);
            busy.add(THREADS.getCurrentThreadCpuTime() - cpu);
            if (latencies.get(i) == percentile(latencies, 100)) {
                slowest = pump.diary();
            }
        }
        return latencies;
    }

    /**
     * Whether the instruction pointer stands on the line of the innermost frame in the editor that is in front. The
     * Debug view may keep the frame of another thread selected.
     */
    private boolean pointsAtTheLine() {
        if (!(DebugUITools.getDebugContext() instanceof WalkStackFrame frame) || !frame.equals(example.top())) {
            return true;
        }
        if (!(Workbench.page().getActiveEditor() instanceof ITextEditor editor)) {
            return false;
        }
        try {
            IRegion line = editor.getDocumentProvider().getDocument(editor.getEditorInput())
                    .getLineInformation(example.top().getLineNumber() - 1);
            IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
            for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
                Annotation each = all.next();
                if (each.getType().equals(IDebugUIConstants.ANNOTATION_TYPE_INSTRUCTION_POINTER_CURRENT)
                        && model.getPosition(each).getOffset() == line.getOffset()) {
                    return true;
                }
            }
            return false;
        } catch (BadLocationException anotherText) {
            return false;
        }
    }

    /** Whether the views of ours that can be seen, and work in the background, have come to a stop. */
    private static boolean viewsShow(long generation) {
        return Stream.of(Workbench.page().getViewReferences()).map(view -> view.getPart(false))
                .filter(view -> view instanceof ModelView<?> && Workbench.page().isPartVisible(view))
                .allMatch(view -> ((ModelView<?>) view).drawn().map(drawn -> drawn.now().generation())
                        .orElse(generation) >= generation);
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
