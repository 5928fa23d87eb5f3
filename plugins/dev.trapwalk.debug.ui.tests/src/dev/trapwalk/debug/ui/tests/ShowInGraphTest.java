package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.lang.ui.graph.GraphView;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an object of the machine to the capability graph of its layout. */
class ShowInGraphTest {

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("show-in-graph");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        // It comes to the front when it comes, also before what is shown meanwhile.
        Workbench.waitUntil("its listing is shown",
                () -> Workbench.page().getActiveEditor() instanceof KernelListingEditor);
    }

    @AfterEach
    void close() throws Exception {
        for (String id : new String[] {GraphView.ID, ObjectsView.ID}) {
            IViewPart view = Workbench.page().findView(id);
            if (view != null) {
                Workbench.page().hideView(view);
            }
        }
        example.close();
    }

    @Test
    void theSelectedThreadIsSelectedInTheGraph() throws Exception {
        ObjectsView objects = (ObjectsView) Workbench.page().showView(ObjectsView.ID);
        Workbench.waitUntil("the objects are listed", () -> !objects.texts().isEmpty());
        objects.reveal(KernelPlace.thread(example.target(), example.thread().tcb()));
        Workbench.waitUntil("the thread is selected", () -> KernelPlace.of(objects.getSite().getSelectionProvider()
                .getSelection()).filter(place -> place.object().id() == example.thread().tcb()).isPresent());
        Workbench.page().activate(objects);
        PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.debug.ui.showInGraph", null);
        Workbench.waitUntil("the thread is selected in the graph",
                () -> Workbench.page().findView(GraphView.ID) instanceof GraphView graph
                        && "object:client".equals(graph.canvas().selectedNode()));
        ITextEditor editor = (ITextEditor) Workbench.page().getActiveEditor();
        int line = ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine();
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        assertThat(document.get(document.getLineOffset(line), document.getLineLength(line))).contains("client = tcb");
        Screenshot.of(Workbench.shell(), "show-in-graph");
    }
}
