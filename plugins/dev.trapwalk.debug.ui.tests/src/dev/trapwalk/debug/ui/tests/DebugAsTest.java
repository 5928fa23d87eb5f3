package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.breakpoints.ToggleBreakpointsFactory;
import dev.trapwalk.debug.ui.launch.WalkLaunchShortcut;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with a scenario in the editor: breakpoints in its ruler, and Debug As. */
class DebugAsTest {

    private static final int SECOND_COPY = 42;

    private Example example;

    @BeforeEach
    void openTheScenario() throws Exception {
        example = new Example("debug-as");
        example.open("cnode-copy.walk");
    }

    @AfterEach
    void close() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Workbench.waitUntil("terminated", launch::isTerminated);
            manager.removeLaunch(launch);
        }
        example.close();
    }

    @Test
    void debugAsOnTheEditorStopsAtABreakpointInTheKernel() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        new WalkLaunchShortcut().launch(editor(), ILaunchManager.DEBUG_MODE);
        Workbench.waitUntil("launched", () -> target() != null && target().isSuspended());
        assertThat(target().enteredThread().orElseThrow().getTopStackFrame().getName())
                .startsWith("decodeCNodeInvocation");
    }

    @Test
    void aBreakpointInTheRulerStopsBeforeItsStatement() throws Exception {
        toggleAt(SECOND_COPY);
        assertThat(ScenarioLineBreakpoint.find(example.file("cnode-copy.walk"), SECOND_COPY)).isPresent();
        example.debug("cnode-copy.walk");
        Workbench.waitUntil("stopped", () -> example.target().isSuspended() && example.top() != null);
        assertThat(example.frames()).containsExactly("cnode-copy.walk:42  seL4_CNode_Copy");
        Screenshot.of(Workbench.shell(), "line-breakpoint");
        toggleAt(SECOND_COPY);
        assertThat(Example.breakpoints()).isEmpty();
    }

    @Test
    void aBreakpointInTheRulerOfAKernelListingStopsAtItsPoint() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("listing shown", () -> editor() instanceof KernelListingEditor);
        KernelPoint point = KernelCatalogue.point("decodeCNodeInvocation/dest_empty").orElseThrow();
        toggleAt(((KernelListingEditor) editor()).listing().orElseThrow().line(point).orElseThrow());
        assertThat(KernelPointBreakpoint.find(point, Mode.PASSED)).isPresent();
        Screenshot.of(Workbench.shell(), "listing-breakpoint");
        example.stopsAfter(() -> example.target().resume());
        assertThat(example.frames().get(0)).isEqualTo("decodeCNodeInvocation  dest_empty");
    }

    private void toggleAt(int line) throws Exception {
        ITextEditor text = (ITextEditor) editor();
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        ToggleBreakpointsFactory factory = new ToggleBreakpointsFactory();
        TextSelection selection = new TextSelection(document, document.getLineOffset(line - 1), 0);
        IToggleBreakpointsTarget target = factory.createToggleTarget(factory.getDefaultToggleTarget(text, selection));
        target.toggleLineBreakpoints(text, selection);
    }

    private static IEditorPart editor() {
        return Workbench.page().getActiveEditor();
    }

    private static WalkDebugTarget target() {
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        return launches.length == 0 ? null : (WalkDebugTarget) launches[0].getDebugTarget();
    }
}
