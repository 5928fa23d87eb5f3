package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trapwalk.lang.ide.graph.GraphEdge;
import dev.trapwalk.lang.ide.graph.GraphNode;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.ide.graph.Picture;
import dev.trapwalk.lang.ui.graph.GraphExport;
import dev.trapwalk.lang.ui.graph.GraphView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person looks at who can reach what. */
class GraphViewTest {
    private static final String LAYOUT = """
            arch x86_64

            objects {
                ep = ep
                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                server = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 99, max_prio: 100, affinity: 0)
                client_root = cnode (4 bits)
                server_root = cnode (8 bits)
                buffer[64] = frame (4k)
                shared = frame (4k)
                space = pml4
                pdpt = pdpt
                pd = pd
                pt = pt
            }

            caps {
                client_root {
                    1: ep (WGP, badge: 0x11)
                    2: shared (R)
                }
                server_root {
                    1: ep (R)
                    2: shared (RW)
                    3: buffer[] (RW)
                }
                client {
                    cspace: client_root (guard_size: 60)
                    vspace: space
                }
                server {
                    cspace: server_root (guard_size: 56)
                    vspace: space
                }
                space { 0: pdpt }
                pdpt { 0: pd }
                pd { 0: pt }
                pt { 16: shared (RW) }
            }
            """;

    private Ide ide;
    private GraphView view;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
        view = (GraphView) Ide.page().showView(GraphView.ID);
    }

    @AfterEach
    void closeAll() {
        Ide.page().closeAllEditors(false);
        if (view != null) {
            Ide.page().hideView(view);
        }
    }

    @Test
    void theCommandOpensTheViewAndTheViewFollowsTheEditor() throws Exception {
        Ide.page().hideView(view);
        view = null;
        ide.open("graph.cdl", LAYOUT);
        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.lang.ui.showGraph", null);
        IViewPart opened = Ide.page().findView(GraphView.ID);
        assertThat(opened).isInstanceOf(GraphView.class);
        view = (GraphView) opened;
        waitForNodes("client", "server", "ep", "buffer[64]", "pt");
        Ide.page().setPartState(Ide.page().findViewReference(GraphView.ID), IWorkbenchPage.STATE_MAXIMIZED);
        Ide.settle();
        view.canvas().redraw();
        Ide.screenshot("graph-maximised");
        Ide.page().setPartState(Ide.page().findViewReference(GraphView.ID), IWorkbenchPage.STATE_RESTORED);

        ITextEditor other = ide.open("other.cdl", "arch ia32 objects { lonely = ep }");
        waitForNodes("lonely");
        Ide.document(other).replace(Ide.document(other).get().indexOf("lonely"), 6, "sociable");
        waitForNodes("sociable");
        Ide.page().closeAllEditors(false);
        Ide.waitUntil("nothing is shown without a layout", () -> labels().isEmpty());
        Ide.screenshot("graph-empty");
    }

    /** Whoever cancels does so as soon as the job can be seen. */
    @Test
    void drawingIsSeenInTheProgressAreaAndCanBeCancelled() throws Exception {
        ITextEditor editor = ide.open("cancelled.cdl", LAYOUT);
        waitForNodes("client", "ep");
        IJobChangeListener impatient = new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                if (event.getJob().getName().equals("Drawing the capability graph") && !event.getJob().isSystem()) {
                    event.getJob().cancel();
                }
            }
        };
        Job.getJobManager().addJobChangeListener(impatient);
        try {
            Ide.document(editor).replace(LAYOUT.indexOf("lient ="), 5, "ustomer");
            Ide.waitUntil("it is said", () -> says(view.canvas().getParent(), "Cancelled. Change the filter"));
        } finally {
            Job.getJobManager().removeJobChangeListener(impatient);
        }
        Ide.document(editor).replace(0, 0, "\n");
        Ide.waitUntil("it is drawn when it is wanted again",
                () -> !says(view.canvas().getParent(), "Cancelled. Change the filter"));
    }

    private static boolean says(Composite parent, String text) {
        return Stream.of(parent.getChildren()).anyMatch(child -> child instanceof Label label
                && label.getText().startsWith(text) || child instanceof Composite inner && says(inner, text));
    }

    @Test
    void theCursorSelectsANodeOrAnEdge() throws Exception {
        ITextEditor editor = ide.open("cursor.cdl", LAYOUT);
        waitForNodes("client", "ep");
        editor.selectAndReveal(LAYOUT.indexOf("server_root = "), 0);
        Ide.waitUntil("the CNode is selected", () -> "object:server_root".equals(view.canvas().selectedNode()));
        editor.selectAndReveal(LAYOUT.indexOf("ep (WGP"), 0);
        Ide.waitUntil("the capability is selected", () -> view.canvas().selectedEdge() != null);
        assertThat(view.canvas().selectedEdge().label()).isEqualTo("[1] WGP badge 0x11");
        Ide.screenshot("graph-cursor-on-slot");
    }

    @Test
    void aClickSelectsTheDeclarationOrTheMappingInTheEditor() throws Exception {
        ITextEditor editor = ide.open("click.cdl", LAYOUT);
        waitForNodes("shared", "ep");
        click("object:shared", SWT.MouseDown);
        assertThat(selection(editor)).isEqualTo("shared");
        assertThat(offset(editor)).isEqualTo(LAYOUT.indexOf("shared = frame"));
        GraphEdge edge = edge("object:client_root", "object:shared");
        Picture.Line line = view.canvas().picture().lines().stream().filter(each -> each.edge() == edge).findFirst()
                .orElseThrow();
        clickOn(line);
        assertThat(selection(editor)).isEqualTo("2: shared (R)");
        Ide.screenshot("graph-click-on-capability");
    }

    @Test
    void aDoubleClickTakesAnArrayApartAndCollapseAllPutsItTogether() throws Exception {
        ide.open("expand.cdl", LAYOUT);
        waitForNodes("buffer[64]");
        click("object:buffer", SWT.MouseDown);
        click("object:buffer", SWT.MouseDoubleClick);
        waitForNodes("buffer[0..39]", "buffer[40..63]");
        view.collapseAll();
        waitForNodes("buffer[64]");
    }

    @Test
    void aThreadOrAWordNarrowsThePicture() throws Exception {
        ide.open("filter.cdl", LAYOUT);
        waitForNodes("server", "buffer[64]");
        view.showThread("client");
        Ide.waitUntil("only the client's objects are shown", () -> labels().contains("client")
                && !labels().contains("server") && !labels().contains("buffer[64]"));
        Ide.screenshot("graph-of-one-thread");
        view.showThread(null);
        view.showObject("buffer[7]");
        Ide.waitUntil("the ways to one frame are shown",
                () -> labels().size() == 3 && labels().containsAll(List.of("server", "server_root", "buffer[7]")));
        view.showObject("nosuch");
        Ide.waitUntil("nothing fits", () -> labels().isEmpty());
    }

    @Test
    void aHiddenViewRestsAndCatchesUpWhenItIsSeenAgain() throws Exception {
        ITextEditor editor = ide.open("hidden.cdl", LAYOUT);
        waitForNodes("client");
        IViewPart problems = Ide.page().showView("org.eclipse.ui.views.ProblemView");
        Ide.waitUntil("the graph is behind the problems", () -> !Ide.page().isPartVisible(view));
        Ide.document(editor).replace(LAYOUT.indexOf("shared = "), 6, "common");
        Ide.settle();
        assertThat(labels()).contains("shared").doesNotContain("common");
        Ide.page().hideView(problems);
        Ide.page().showView(GraphView.ID);
        waitForNodes("common");
    }

    @Test
    void whatIsShownIsExported() throws Exception {
        ide.open("export.cdl", LAYOUT);
        waitForNodes("client", "ep");
        Path svg = folder.resolve("graph.svg");
        GraphExport.SVG.write(view.canvas().picture(), svg);
        assertThat(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile())
                .getElementsByTagName("g").getLength()).isGreaterThan(10);
        Path dot = folder.resolve("graph.dot");
        GraphExport.DOT.write(view.canvas().picture(), dot);
        assertThat(Files.readString(dot)).startsWith("digraph").contains("\"object:client\" -> \"object:client_root\"");
    }

    @Test
    void tenThousandObjectsAreShownInFewBoxes() throws Exception {
        String text = ManyProcesses.layout(250);
        long start = System.nanoTime();
        ide.open("large.cdl", text);
        Ide.waitUntil("the large layout is shown", () -> view.canvas().picture().graph().objects()
                == 250L * ManyProcesses.OBJECTS);
        long shown = System.nanoTime();
        view.canvas().redraw();
        view.canvas().update();
        long painted = System.nanoTime();
        assertThat(labels()).hasSizeLessThanOrEqualTo(GraphRequest.BUDGET).contains("250 \u00d7 tcb",
                "250 \u00d7 address space");
        String threads = view.canvas().picture().graph().nodes().stream()
                .filter(node -> node.label().equals("250 \u00d7 tcb")).map(GraphNode::id).findFirst().orElseThrow();
        view.expand(threads);
        Ide.waitUntil("parts of the threads are shown", () -> labels().size() > 7);
        view.expand(view.canvas().picture().graph().nodes().stream().filter(node -> threads.equals(node.parent()))
                .map(GraphNode::id).findFirst().orElseThrow());
        Ide.waitUntil("single threads are shown", () -> labels().contains("p7"));
        assertThat(labels()).hasSizeLessThanOrEqualTo(GraphRequest.MOST_NODES);
        view.canvas().redraw();
        view.canvas().update();
        System.out.printf("10,000 objects: opened, analysed and laid out %d ms, painted %d ms, two expansions %d ms%n",
                (shown - start) / 1_000_000, (painted - shown) / 1_000_000, (System.nanoTime() - painted) / 1_000_000);
        Ide.screenshot("graph-large");
    }

    @Test
    void theGraphIsDrawnOnDarkPaperToo() throws Exception {
        ITextEditor editor = ide.open("dark.cdl", LAYOUT);
        waitForNodes("client", "ep");
        editor.selectAndReveal(LAYOUT.indexOf("ep = ep"), 0);
        Ide.waitUntil("the endpoint is selected", () -> "object:ep".equals(view.canvas().selectedNode()));
        Ide.screenshot("graph-light");
        assumeTrue(Themes.use(Themes.DARK), "the dark theme is not installed here");
        try {
            Ide.settle();
            view.canvas().redraw();
            Ide.screenshot("graph-dark");
        } finally {
            Themes.use(Themes.LIGHT);
            Ide.settle();
        }
    }

    private List<String> labels() {
        return view.canvas().picture().graph().nodes().stream().map(GraphNode::label).toList();
    }

    private void waitForNodes(String... names) {
        Ide.waitUntil("shown: " + String.join(", ", names), () -> labels().containsAll(List.of(names)));
    }

    private GraphEdge edge(String from, String to) {
        return view.canvas().picture().graph().edges().stream()
                .filter(each -> each.from().equals(from) && each.to().equals(to)).findFirst().orElseThrow();
    }

    private void click(String node, int type) {
        Point at = view.canvas().place(node);
        send(type, at.x, at.y);
    }

    /** Clicks somewhere on the line where no other line or box is nearer. */
    private void clickOn(Picture.Line line) {
        for (int y = 0; y < view.canvas().getClientArea().height; y += 3) {
            for (int x = 0; x < view.canvas().getClientArea().width; x += 3) {
                send(SWT.MouseDown, x, y);
                if (line.edge().equals(view.canvas().selectedEdge())) {
                    return;
                }
            }
        }
        throw new AssertionError("the line cannot be clicked at");
    }

    private void send(int type, int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        view.canvas().notifyListeners(type, event);
    }

    private static String selection(ITextEditor editor) {
        return ((ITextSelection) editor.getSelectionProvider().getSelection()).getText();
    }

    private static int offset(ITextEditor editor) {
        return ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset();
    }
}
