package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.csource.Checkouts;
import dev.trapwalk.debug.ui.breakpoints.ToggleBreakpointsFactory;
import dev.trapwalk.debug.ui.csource.RunToLine;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernel frames in a folder of C files outside of the workspace, with the platform's own text editor. */
class CSourceTest {

    private static final String CNODE = """
            /* A stand-in for the kernel's file of that name. */
            exception_t decodeCNodeInvocation(word_t invLabel, word_t length, cap_t cap, word_t *buffer)
            {
                if (length < 2) {
                    return fail(length);
                }
                if (length < 4) {
                    return fail(length);
                }
                return ensureEmptySlot(destination(buffer));
            }
            """;
    private static final int NAME_LINE = 2;
    private static final int LENGTH_4_LINE = 7;

    @TempDir
    Path checkout;
    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        Files.createDirectories(checkout.resolve("include"));
        Files.createDirectories(checkout.resolve("src/object"));
        Files.writeString(checkout.resolve("src/object/cnode.c"), CNODE);
        Checkouts.prefer(checkout.toString());
        example = new Example("c-source");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("the C file shown", () -> editor() != null && editor().getTitle().equals("cnode.c"));
    }

    @AfterEach
    void close() throws Exception {
        Checkouts.prefer("");
        example.close();
    }

    @Test
    void aBreakpointInTheRulerOfACFileStopsAtThePointOnThatLine() throws Exception {
        assertThat(example.top().getLineNumber()).isEqualTo(NAME_LINE);
        Workbench.waitUntil("the breakpoint at the entry drawn", () -> drawn().contains(NAME_LINE));
        toggleAt(LENGTH_4_LINE);
        Workbench.waitUntil("the new breakpoint drawn", () -> drawn().contains(LENGTH_4_LINE));
        assertThat(KernelBreakpoints.find(
                new Location.AtPoint("decodeCNodeInvocation/copy_length_and_root", Mode.PASSED))).isPresent();
        example.stopsAfter(() -> example.target().resume());
        assertThat(example.frames().get(0)).startsWith("decodeCNodeInvocation  copy_length_and_root");
        assertThat(example.top().getLineNumber()).isEqualTo(LENGTH_4_LINE);
        Workbench.settle();
        Screenshot.of(Workbench.shell(), "c-source");
        toggleAt(LENGTH_4_LINE);
        Workbench.waitUntil("the breakpoint gone", () -> !drawn().contains(LENGTH_4_LINE));
        assertThatThrownBy(() -> toggleAt(LENGTH_4_LINE + 1)).hasMessageContaining("cannot stop on line 8");
    }

    @Test
    void runToLineGoesToThePointOnThatLine() throws Exception {
        IRunToLineTarget target = new RunToLine().getAdapter(editor(), IRunToLineTarget.class);
        assertThat(target.canRunToLine(editor(), selection(LENGTH_4_LINE), example.top())).isTrue();
        assertThat(target.canRunToLine(editor(), selection(LENGTH_4_LINE + 1), example.top())).isFalse();
        example.stopsAfter(() -> target.runToLine(editor(), selection(LENGTH_4_LINE), example.top()));
        assertThat(example.frames().get(0)).startsWith("decodeCNodeInvocation  copy_length_and_root");
        assertThat(Adapters.adapt(editor(), IRunToLineTarget.class)).as("the platform finds it").isNotNull();
    }

    @Test
    void thePreferencePageNamesTheFolder() throws Exception {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Workbench.shell(),
                "dev.trapwalk.debug.ui.preferences", new String[] {"dev.trapwalk.debug.ui.preferences"}, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Workbench.settle();
        Screenshot.of(dialog.getShell(), "preferences");
        assertThat(((PreferencePage) dialog.getSelectedPage()).isValid()).isTrue();
        dialog.close();
    }

    private static List<Integer> drawn() {
        ITextEditor text = (ITextEditor) editor();
        IAnnotationModel model = text.getDocumentProvider().getAnnotationModel(text.getEditorInput());
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        List<Integer> lines = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            if (((Annotation) annotation).getType().contains("pointBreakpoint")) {
                try {
                    lines.add(document.getLineOfOffset(model.getPosition(annotation).getOffset()) + 1);
                } catch (BadLocationException gone) {
                    throw new AssertionError(gone);
                }
            }
        });
        return lines;
    }

    private static void toggleAt(int line) throws Exception {
        ToggleBreakpointsFactory factory = new ToggleBreakpointsFactory();
        TextSelection selection = selection(line);
        IToggleBreakpointsTarget target =
                factory.createToggleTarget(factory.getDefaultToggleTarget(editor(), selection));
        target.toggleLineBreakpoints(editor(), selection);
    }

    private static TextSelection selection(int line) throws Exception {
        ITextEditor text = (ITextEditor) editor();
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        return new TextSelection(document, document.getLineOffset(line - 1), 0);
    }

    private static IEditorPart editor() {
        return Workbench.page().getActiveEditor();
    }
}
