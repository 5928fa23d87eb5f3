package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.editor.Beside;
import dev.trapwalk.debug.ui.editor.Besides;
import dev.trapwalk.debug.ui.editor.ScenarioHover;
import dev.trapwalk.debug.ui.editor.Shown;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.past.Pasts;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension6;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stop shows within the editors. */
class EditorsTest {

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("editors");
        example.open("cnode-copy.walk");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void resultsStandBesideTheirStatementsAndExpectationsAreGreen() throws Exception {
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("listing shown", () -> editor() instanceof KernelListingEditor);
        example.open("cnode-copy.walk");
        scenario().selectAndReveal(scenario().getDocumentProvider().getDocument(scenario().getEditorInput())
                .getLength(), 0);
        Workbench.waitUntil("the first copy's result is known", () -> besides().size() == 4);
        assertThat(besides()).containsExactlyInAnyOrder("39 \u2192 seL4_NoError (0)", "40 \u2713 seL4_NoError (0)",
                "43 \u25CB not reached", "46 \u25CB not reached");
        Workbench.waitUntil("it is green", () -> expectations().equals(
                List.of("dev.trapwalk.debug.ui.expectationMet")));
        assertThat(hover("error", 40)).isEqualTo("error = seL4_NoError (0)");
        assertThat(hover("root", 39)).contains("root[9]  endpoint ep");
        Screenshot.of(Workbench.shell(), "editor-inline-values");

        Example.removeBreakpoints();
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("all is done", () -> besides().contains("46 \u2713 seL4_FailedLookup (6)"));
        assertThat(besides()).contains("42 \u2192 seL4_DeleteFirst (8)", "45 \u2192 seL4_FailedLookup (6)");
        Workbench.waitUntil("all are green", () -> expectations().size() == 3);
        Screenshot.of(Workbench.shell(), "editor-inline-values-end");

        example.stopsAfter(() -> example.target().move(new Command.Jump(Mark.START), null));
        Workbench.waitUntil("nothing was done yet", () -> expectations().isEmpty());
        assertThat(besides()).hasSize(3).allMatch(text -> text.contains("not reached"));
    }

    @Test
    void aSecondWindowIsLikeTheFirstAndLeavesNothingBehind() throws Exception {
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow(null);
        try {
            IEditorPart other = IDE.openEditor(second.getActivePage(), example.file("cnode-copy.walk"));
            Workbench.waitUntil("lines are wrapped there, too",
                    () -> ((ITextEditorExtension6) other).isWordWrapEnabled());
        } finally {
            second.close();
        }
        Example.removeBreakpoints();
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("the first one goes on", () -> expectations().size() == 3);
    }

    @Test
    void aListingSaysHowOftenItsPointsWerePassed() throws Exception {
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("listing shown", () -> editor() instanceof KernelListingEditor);
        KernelListingEditor listing = (KernelListingEditor) editor();
        Workbench.waitUntil("both calls are counted",
                () -> listing.coverage(line(listing, "dest_empty")).equals("\u27131\u27171"));
        assertThat(listing.coverage(line(listing, "label"))).isEqualTo("\u27132");
        assertThat(listing.coverage(line(listing, "pivot_found"))).isEqualTo("\u25CB ");
        Screenshot.of(Workbench.shell(), "listing-coverage");
        Shown.COVERAGE.show(false);
        try {
            assertThat(listing.coverage(line(listing, "label"))).isEmpty();
        } finally {
            Shown.COVERAGE.show(true);
        }
    }

    private static int line(KernelListingEditor listing, String point) {
        return listing.listing().orElseThrow().line(
                KernelCatalogue.point("decodeCNodeInvocation/" + point).orElseThrow()).orElseThrow();
    }

    private List<String> besides() {
        return Pasts.get().of(example.file("cnode-copy.walk")).map(past -> Besides.of(past).stream()
                .map(EditorsTest::text).toList()).orElse(List.of());
    }

    private static String text(Beside beside) {
        return beside.source().line() + " " + beside.label();
    }

    private List<String> expectations() {
        ITextEditor scenario = scenario();
        IAnnotationModel model = scenario.getDocumentProvider().getAnnotationModel(scenario.getEditorInput());
        List<String> types = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> types.add(((Annotation) annotation).getType()));
        return types.stream().filter(type -> type.contains("expectation")).toList();
    }

    private String hover(String word, int line) throws Exception {
        ITextViewer viewer = scenario().getAdapter(ITextViewer.class);
        int start = viewer.getDocument().getLineOffset(line - 1);
        int offset = viewer.getDocument().get().indexOf(word, start);
        ScenarioHover hover = new ScenarioHover();
        assertThat(hover.getHoverRegion(viewer, offset + 1)).isEqualTo(new Region(offset, word.length()));
        return hover.getHoverInfo(viewer, hover.getHoverRegion(viewer, offset + 1));
    }

    private ITextEditor scenario() {
        for (var reference : Workbench.page().getEditorReferences()) {
            if (reference.getEditor(true) instanceof ITextEditor text && !(text instanceof KernelListingEditor)) {
                return text;
            }
        }
        throw new AssertionError("the scenario is not open");
    }

    private static IEditorPart editor() {
        return Workbench.page().getActiveEditor();
    }
}
