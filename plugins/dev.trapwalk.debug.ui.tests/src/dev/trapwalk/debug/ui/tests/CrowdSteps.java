package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
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
import org.eclipse.ui.texteditor.ITextEditor;

/** A session on a {@link Crowd} of threads, stepped with a clock in the hand. */
final class CrowdSteps implements AutoCloseable {

    /**
     * Steps after which the virtual machine has compiled what stepping needs: one in forty leads out of the kernel.
     */
    static final int FIRST_STEPS = 300;
    static final double MILLI = 1e6;

    /**
     * So long nothing happens when all is refreshed: from the last that was painted until then. The platform's busy
     * cursor changes a tenth of a second after a view began to refresh, and shows nothing new.
     */
    private static final long QUIET_NANOS = 40_000_000;
    /**
     * Between one step and the next a hand rests: what the platform does a tenth of a second later, as with the marks
     * of views that are busy, belongs to the step before. Whatever is painted then is reported as late.
     */
    private static final long REST_NANOS = 200_000_000;
    /** A keyboard repeats a key that is held about 30 times a second. */
    private static final long REPEAT_NANOS = 33_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final IDebugEventSetListener stopListener = this::note;
    private final Example example;
    private volatile long told;

    /**
     * What a step took, in nanoseconds from its command.
     *
     * @param stop      until the model told that it has stopped
     * @param refreshed until everything that can be seen showed it, and nothing larger than a caret was painted any more
     * @param processor processor time of the user interface thread: what else the machine does changes it little
     * @param late      when something was painted last after that; 0 if nothing was
     * @param diary     what happened, late paints included, if that was written down
     */
    record Step(Place before, Place after, long stop, long refreshed, long processor, long late, String diary) {
    }

    /** Where the machine stands, as far as it decides what a step changes. */
    record Place(Object thread, String function, int depth) {
    }

    CrowdSteps() throws Exception {
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
        Workbench.shell();
        Workbench.settle();
    }

    private void note(DebugEvent... events) {
        if (Stream.of(events).anyMatch(event -> event.getKind() == DebugEvent.SUSPEND)) {
            told = System.nanoTime();
        }
    }

    @Override
    public void close() throws Exception {
        DebugPlugin.getDefault().removeDebugEventListener(stopListener);
        example.close();
    }

    /** Scroll bars that fade out for a second after each scroll paint, but refresh nothing. */
    static void keepScrollBars(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Scrollable scrollable) {
                scrollable.setScrollbarsMode(SWT.NONE);
            }
            if (child instanceof Composite composite) {
                keepScrollBars(composite);
            }
        }
    }

    List<Step> steps(Pump pump, int count) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long generation = generation();
            Place before = place();
            pump.open();
            long cpu = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            example.top().stepInto();
            pump.until(() -> example.target().isSuspended() && generation() > generation && told > begin);
            long stop = told - begin;
            pump.until(() -> pointsAtTheLine() && viewsShow(generation()));
            long shown = System.nanoTime();
            pump.quiet(QUIET_NANOS);
            long refreshed = Math.max(shown, pump.painted());
            cpu = THREADS.getCurrentThreadCpuTime() - cpu;
            pump.rest(REST_NANOS);
            long late = pump.painted() > refreshed ? pump.painted() - begin : 0;
            steps.add(new Step(before, place(), stop, refreshed - begin, cpu, late, pump.diary()));
        }
        return steps;
    }

    private Place place() {
        String name = example.top().getName();
        return new Place(example.thread(), name.replaceAll("[ :/].*", ""), example.frames().size());
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

    /** Steps over as often as a held key would, and answers how often that was. */
    int held(Pump pump, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
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

    /** In how many steps something was painted after all seemed refreshed, and when at the latest. */
    static String late(List<Step> steps) {
        return String.format(Locale.ROOT, "painted later in %d of %d steps, at the latest after %.1f ms",
                steps.stream().filter(step -> step.late() > 0).count(), steps.size(),
                percentile(steps, 100, Step::late) / MILLI);
    }

    /** The value below which so many of a hundred lie. */
    static long percentile(List<Step> steps, int percent, ToLongFunction<Step> what) {
        return percentile(steps.stream().map(what::applyAsLong).toList(), percent);
    }

    /** The value below which so many of a hundred lie. */
    static long percentile(List<Long> values, int percent) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
