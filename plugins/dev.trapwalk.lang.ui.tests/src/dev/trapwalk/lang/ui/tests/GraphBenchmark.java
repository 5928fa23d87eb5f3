package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.ui.graph.GraphView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long the capability graph of 10,000 objects keeps the user interface thread: while it is opened, taken apart as
 * far as it can be, zoomed and selected in. Runs only when it is named ({@code -Dtest=GraphBenchmark}); the figures go
 * to {@code target/graph.txt}. Nothing fails for being slow.
 */
class GraphBenchmark {

    private static final int PROCESSES = 250;
    private static final int ZOOMS = 14;
    private static final int CLICKS = 60;
    private static final long FRAME_NANOS = 30_000_000;
    private static final long TRIFLE_NANOS = 100_000;
    private static final double MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final StringBuilder report = new StringBuilder();
    private final List<long[]> times = new ArrayList<>();
    private GraphView view;

    @AfterEach
    void closeAll() {
        Ide.page().closeAllEditors(false);
        Ide.page().hideView(view);
    }

    @Test
    void tenThousandObjects() throws Exception {
        Ide ide = new Ide();
        view = (GraphView) Ide.page().showView(GraphView.ID);
        Ide.settle();
        ide.open("graph-benchmark.cdl", ManyProcesses.layout(PROCESSES));
        until(() -> view.canvas().picture().graph().objects() == PROCESSES * ManyProcesses.OBJECTS);
        tell("open, analyse, lay out");
        takeApart();
        tell("take apart");
        key('0');
        tell("fit all");
        for (int i = 0; i < ZOOMS; i++) {
            key('+');
        }
        for (int i = 0; i < ZOOMS; i++) {
            key('-');
        }
        tell("zoom");
        view.canvas().picture().boxes().stream().limit(CLICKS)
                .forEach(box -> click(view.canvas().place(box.node().id())));
        tell("select");
        Ide.screenshot("graph-benchmark");
        Files.writeString(Path.of(System.getProperty("trapwalk.screenshots", "target/screenshots"))
                .resolveSibling("graph.txt"), report);
        assertThat(report).contains("select");
    }

    /** Expands whatever can be expanded until the picture has no room for more. */
    private void takeApart() {
        Set<String> tried = new HashSet<>();
        for (Optional<String> next = expandable(tried); next.isPresent()
                && view.canvas().picture().boxes().size() < GraphRequest.MOST_NODES - GraphRequest.BUDGET;
                next = expandable(tried)) {
            Object before = view.canvas().picture();
            tried.add(next.get());
            String id = next.get();
            timed(() -> view.expand(id));
            until(() -> view.canvas().picture() != before);
        }
    }

    private Optional<String> expandable(Set<String> tried) {
        return view.canvas().picture().graph().nodes().stream().filter(GraphNode::expandable).map(GraphNode::id)
                .filter(id -> !tried.contains(id)).findFirst();
    }

    private void key(char character) {
        Event event = new Event();
        event.character = character;
        send(SWT.KeyDown, event);
    }

    private void click(Point at) {
        Event event = new Event();
        event.button = 1;
        event.x = at.x;
        event.y = at.y;
        send(SWT.MouseDown, event);
    }

    private void send(int type, Event event) {
        timed(() -> {
            view.canvas().notifyListeners(type, event);
            view.canvas().update();
        });
        // Painting waits for the next frame of the screen.
        long painted = System.nanoTime() + FRAME_NANOS;
        until(() -> System.nanoTime() > painted);
    }

    /** Runs events until the condition holds and nothing is left to do. */
    private void until(BooleanSupplier condition) {
        boolean[] busy = {true};
        while (!condition.getAsBoolean() || busy[0]) {
            timed(() -> busy[0] = Display.getCurrent().readAndDispatch());
        }
    }

    private void timed(Runnable work) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        work.run();
        long took = System.nanoTime() - begin;
        if (took > TRIFLE_NANOS) {
            times.add(new long[] {took, THREADS.getCurrentThreadCpuTime() - cpu});
        }
    }

    private void tell(String what) {
        report.append(String.format(Locale.ROOT, "%-24s %3d boxes, %4d lines; longest event: %6.1f ms, %6.1f ms of "
                + "processor time; all: %7.1f ms of processor time%n", what, view.canvas().picture().boxes().size(),
                view.canvas().picture().lines().size(),
                times.stream().mapToLong(time -> time[0]).max().orElse(0) / MILLI,
                times.stream().mapToLong(time -> time[1]).max().orElse(0) / MILLI,
                times.stream().mapToLong(time -> time[1]).sum() / MILLI));
        times.clear();
    }
}
