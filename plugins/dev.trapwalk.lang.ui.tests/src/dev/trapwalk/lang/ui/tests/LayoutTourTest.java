package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ui.graph.GraphView;
import dev.trapwalk.lang.ui.link.LinkDetector;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.edit.Edits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.Position;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One sitting with a layout of somebody else: open it, see what is wrong, mend it, rename an object, follow a link, look
 * at the graph. The layout is one of the corpus beside the project when that is there, else one of our own.
 */
class LayoutTourTest {
    private static final String CORPUS_FILE = "capdl/corpus/capdl-camkes-adder-arm-HEAD.cdl";
    private static final String OWN = """
            arch ia32

            objects {
                adder_cnode = cnode (4 bits)
                client_cnode = cnode (4 bits)
                adder_tcb = tcb (addr: 0x10000, ip: 0x1000, sp: 0x2000, prio: 254, max_prio: 254, affinity: 0)
                client_tcb = tcb (addr: 0x10000, ip: 0x1000, sp: 0x2000, prio: 254, max_prio: 254, affinity: 0)
                p_ep = ep
            }

            caps {
                adder_cnode { 1: p_ep (R) }
                client_cnode { 1: p_ep (WP, badge: 1) }
                adder_tcb { cspace: adder_cnode (guard_size: 28) }
                client_tcb { cspace: client_cnode (guard_size: 28) }
            }
            """;

    private Ide ide;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
    }

    @AfterEach
    void closeAll() {
        Ide.page().closeAllEditors(false);
        Ide.page().hideView(Ide.page().findView(GraphView.ID));
    }

    @Test
    void aLayoutIsOpenedMendedRenamedFollowedAndDrawn() throws Exception {
        Optional<Path> corpus = corpus();
        System.out.println(corpus.isPresent() ? "the tour is of " + CORPUS_FILE
                : "no corpus beside the project: the tour is of our own example");
        String good = corpus.isPresent() ? Files.readString(corpus.get()) : OWN;
        int use = good.indexOf("p_ep (", good.indexOf("caps"));
        String broken = good.substring(0, use) + "p_epp (" + good.substring(use + "p_ep (".length());

        ITextEditor editor = ide.open("tour.cdl", broken);
        IFile file = ide.project().getFile("tour.cdl");
        Ide.waitUntil("the misspelt name is marked", () -> error(file) != null);
        assertThat(error(file).getAttribute(IMarker.CHAR_START, -1)).isEqualTo(use);
        editor.selectAndReveal(use, 0);
        Ide.screenshot("tour-1-marker");

        IMarkerResolution fix = Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(error(file)))
                .filter(each -> each.getLabel().equals("Change to 'p_ep'")).findFirst().orElseThrow();
        fix.run(error(file));
        assertThat(Ide.document(editor).get()).isEqualTo(good);
        Ide.waitUntil("the error is gone", () -> error(file) == null);
        Ide.screenshot("tour-2-quick-fix");

        var analysed = Ide.analysed(editor);
        Position at = analysed.text().lines().position(use);
        Edits.apply(Ide.document(editor), analysed.text(),
                LangUi.get().services().rename().rename(analysed, at, "procedure_ep"));
        String renamed = Ide.document(editor).get();
        assertThat(renamed).doesNotContain(" p_ep").contains("procedure_ep = ep");
        Ide.analysed(editor);
        Ide.screenshot("tour-3-renamed");

        int link = renamed.indexOf("procedure_ep (", renamed.indexOf("caps"));
        IHyperlink[] links = new LinkDetector().detectHyperlinks(Ide.viewer(editor), new Region(link + 2, 0), false);
        assertThat(links).hasSize(1);
        links[0].open();
        ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        assertThat(selection.getText()).isEqualTo("procedure_ep");
        assertThat(selection.getOffset()).isEqualTo(renamed.indexOf("procedure_ep = ep"));
        Ide.screenshot("tour-4-link");

        GraphView view = (GraphView) Ide.page().showView(GraphView.ID);
        Ide.waitUntil("the graph shows the endpoint that the cursor is on",
                () -> "object:procedure_ep".equals(view.canvas().selectedNode()));
        assertThat(view.canvas().picture().graph().nodes()).anyMatch(node -> node.label().equals("client_cnode"));
        Ide.screenshot("tour-5-graph");
        Ide.page().setPartState(Ide.page().findViewReference(GraphView.ID), IWorkbenchPage.STATE_MAXIMIZED);
        Ide.screenshot("tour-6-graph-maximised");
        Ide.page().setPartState(Ide.page().findViewReference(GraphView.ID), IWorkbenchPage.STATE_RESTORED);
    }

    private static Optional<Path> corpus() {
        Path file = Path.of(System.getProperty("trapwalk.shared", "../shared")).resolve(CORPUS_FILE);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static IMarker error(IFile file) {
        try {
            return Arrays.stream(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).findFirst()
                    .orElse(null);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
