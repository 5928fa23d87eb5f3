package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.why.WhyNotFastHandler;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moments that must feel good, played through as a person would. */
class MomentsTest {

    private Example example;

    @BeforeEach
    void openTheWorkbench() throws Exception {
        example = new Example("moments");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void whyIsMyCallSlow() throws Exception {
        example.open("why-not-fast.walk");
        int line = lineOf("seL4_MessageInfo_new(0, 0, 0, 5)");
        editor().selectAndReveal(document().getLineOffset(line - 1), 0);
        WhyNotFastHandler.ask(editor(), line);
        Workbench.waitUntil("the answer is there", () -> why().contains("Why not on the fastpath?"));
        assertThat(why()).contains("client:", "fastpath_call was left at the check length", "length 5",
                "From a run of its own", "Break there");
        Screenshot.of(Workbench.shell(), "moment-2-why-is-my-call-slow");

        assertThat(whyView().follow("Break there")).isTrue();
        assertThat(KernelPointBreakpoint.find(KernelCatalogue.point("fastpath_call/length").orElseThrow(),
                Mode.FAILS)).isPresent();

        assertThat(whyView().follow("Go there")).isTrue();
        Workbench.waitUntil("a session stands there", () -> session() != null && session().isSuspended()
                && session().enteredThread().orElseThrow().getTopStackFrame().getName()
                        .equals("fastpath_call  length"));
        Screenshot.of(Workbench.shell(), "moment-2-go-there");
    }

    @Test
    void whatIsNoSystemCallIsSaidToBeNone() throws Exception {
        example.open("why-not-fast.walk");
        WhyNotFastHandler.ask(editor(), 1);
        Workbench.waitUntil("it is said", () -> why().contains("Line 1 makes no system call"));
    }

    @Test
    void errorSix() throws Exception {
        example.open("cnode-copy.walk");
        example.debug("cnode-copy.walk");
        Workbench.waitUntil("the third copy is refused", () -> links() == 3);
        TextConsole console = (TextConsole) DebugUITools.getConsole(example.target().getProcess());
        assertThat(console.getDocument().get()).contains("client: seL4_CNode_Copy -> seL4_FailedLookup (6)");
        console.getHyperlinks()[2].linkActivated();
        Workbench.waitUntil("the error is explained", () -> why().contains("CNodeCopy returned seL4_FailedLookup (6)"));
        assertThat(why()).contains("Argument dest_index", "CPtr 0x100 was looked up with 64 bits",
                "\u2717 root[2]  cnode root", "guard, bits 63 to 4: 0x10, must be 0x0");
        Screenshot.of(Workbench.shell(), "moment-3-error-six");

        assertThat(whyView().follow("Where root[2] is declared")).isTrue();
        Workbench.waitUntil("the declaration is shown", () -> editor() != null && selected().startsWith("2: root"));
        Screenshot.of(Workbench.shell(), "moment-3-declaration");
    }

    private int links() {
        return DebugUITools.getConsole(example.target().getProcess()) instanceof TextConsole console
                ? console.getHyperlinks().length : 0;
    }

    private static String selected() {
        return ((ITextSelection) editor().getSelectionProvider().getSelection()).getText();
    }

    private static int lineOf(String text) throws Exception {
        return document().getLineOfOffset(document().get().indexOf(text)) + 1;
    }

    private static IDocument document() {
        return editor().getDocumentProvider().getDocument(editor().getEditorInput());
    }

    private static WhyView whyView() {
        return (WhyView) Workbench.page().findView(WhyView.ID);
    }

    private static String why() {
        return whyView() == null ? "" : whyView().text();
    }

    private static ITextEditor editor() {
        return Workbench.page().getActiveEditor() instanceof ITextEditor text ? text : null;
    }

    private static WalkDebugTarget session() {
        return Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                .filter(WalkDebugTarget.class::isInstance).map(WalkDebugTarget.class::cast).findFirst().orElse(null);
    }
}
