package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person opens a layout, reads it, breaks it and mends it. */
class LayoutEditorTest {
    private static final String LAYOUT = """
            -- Two threads and what they share.
            arch x86_64

            objects {
                ep = ep
                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                root = cnode (4 bits)
                buffer = frame (4k)
                vspace = pml4
            }

            caps {
                root {
                    1: call = ep (RWG, badge: 0x11)
                    2: <call> (masked: R)
                    3: bufer (RW)
                }
                client {
                    cspace: root (guard_size: 60)
                    vspace: vspace
                }
            }
            """;

    private Ide ide;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
    }

    @AfterEach
    void closeEditors() {
        Ide.page().closeAllEditors(false);
    }

    @Test
    void aLayoutOpensWithColoursAndMarkers() throws Exception {
        ITextEditor editor = ide.open("open.cdl", LAYOUT);
        assertThat(editor.getSite().getId()).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
        Ide.waitUntil("the misspelt object is marked", () -> !errors("open.cdl").isEmpty());
        IMarker error = errors("open.cdl").get(0);
        assertThat(error.getAttribute(IMarker.MESSAGE, "")).contains("bufer").contains("Did you mean 'buffer'");
        assertThat(error.getAttribute(IMarker.LINE_NUMBER, 0)).isEqualTo(16);
        assertThat(error.getAttribute(IMarker.CHAR_START, 0)).isEqualTo(LAYOUT.indexOf("bufer"));

        Ide.waitUntil("a keyword is bold", () -> style(editor, "objects {").fontStyle == SWT.BOLD);
        assertThat(style(editor, "-- Two").fontStyle).isEqualTo(SWT.ITALIC);
        assertThat(style(editor, "ep = ep").fontStyle).isEqualTo(SWT.BOLD);
        assertThat(style(editor, "cnode (").foreground).isNotEqualTo(style(editor, "root = cn").foreground);
        Ide.screenshot("layout-editor");
    }

    @Test
    void aBlockCommentThatIsTypedGreysWhatItHides() throws Exception {
        ITextEditor editor = ide.open("comment.cdl", LAYOUT);
        Ide.waitUntil("a keyword is bold", () -> style(editor, "caps {").fontStyle == SWT.BOLD);
        StyleRange before = style(editor, "caps {");
        Ide.document(editor).replace(LAYOUT.indexOf("objects {"), 0, "/* ");
        Ide.waitUntil("the rest is a comment", () -> !style(editor, "caps {").equals(before));
        assertThat(style(editor, "caps {").fontStyle).isEqualTo(SWT.ITALIC);
        Ide.document(editor).replace(LAYOUT.indexOf("objects {"), 3, "");
        Ide.waitUntil("and is none again", () -> style(editor, "caps {").fontStyle == SWT.BOLD);
    }

    @Test
    void ofALongTextOnlyWhatCanBeSeenIsColouredAndTheRestWhenOneComesThere() throws Exception {
        StringBuilder text = new StringBuilder("arch x86_64\n\nobjects {\n");
        IntStream.range(0, 3_000).forEach(i -> text.append("    ep_%d = ep\n".formatted(i)));
        ITextEditor editor = ide.open("long.cdl", text.append("}\n\n-- the end\n").toString());
        Ide.waitUntil("the beginning is coloured", () -> style(editor, "objects {").fontStyle == SWT.BOLD);
        Ide.settle();
        assertThat(style(editor, "-- the end")).isEqualTo(new StyleRange());
        editor.selectAndReveal(Ide.document(editor).getLength(), 0);
        Ide.waitUntil("the end is coloured", () -> style(editor, "-- the end").fontStyle == SWT.ITALIC);
        assertThat(style(editor, "ep_2999 ").fontStyle).isEqualTo(SWT.BOLD);

        Ide.document(editor).replace(text.indexOf("objects {"), 0, "/* ");
        Ide.waitUntil("the end is a comment", () -> style(editor, "ep_2999 ").fontStyle == SWT.ITALIC);
        editor.selectAndReveal(0, 0);
        Ide.waitUntil("so is the beginning", () -> style(editor, "ep_1 ").fontStyle == SWT.ITALIC);
        Ide.document(editor).replace(text.indexOf("objects {"), 3, "");
        Ide.waitUntil("that is none again", () -> style(editor, "ep_1 ").fontStyle == SWT.BOLD);
        editor.selectAndReveal(Ide.document(editor).getLength(), 0);
        Ide.waitUntil("nor is the end", () -> style(editor, "ep_2999 ").fontStyle == SWT.BOLD);
    }

    @Test
    void contentAssistOffersObjectsAndTypes() throws Exception {
        ITextEditor editor = ide.open("assist.cdl", LAYOUT);
        assertThat(proposals(editor, "3: ", 3)).contains("buffer  frame", "ep  ep", "vspace  pml4");
        assertThat(proposals(editor, "vspace: ", 8)).startsWith("vspace  pml4")
                .noneMatch(label -> label.endsWith("  ep"));
        assertThat(proposals(editor, "buffer = f", 10)).anyMatch(label -> label.startsWith("frame  "));
    }

    @Test
    void theListOfProposalsComesUp() throws Exception {
        ITextEditor editor = ide.open("popup.cdl", LAYOUT);
        editor.selectAndReveal(LAYOUT.indexOf("3: ") + 3, 0);
        ((org.eclipse.jface.text.ITextOperationTarget) Ide.viewer(editor))
                .doOperation(org.eclipse.jface.text.source.ISourceViewer.CONTENTASSIST_PROPOSALS);
        Ide.waitUntil("the list is up", () -> Ide.shell().getDisplay().getShells().length > 1);
        Ide.screenshot("content-assist");
    }

    @Test
    void aHoverTellsWhoHoldsWhat() throws Exception {
        ITextEditor editor = ide.open("hover.cdl", LAYOUT);
        Ide.analysed(editor);
        String text = new dev.trapwalk.lang.ui.assist.HoverProvider().getHoverInfo(Ide.viewer(editor),
                new org.eclipse.jface.text.Region(LAYOUT.indexOf("ep = ep") + 1, 0));
        assertThat(text).contains("endpoint").contains("| client | `0x1` | 64 | root[1] | RWG | 0x11 |");
    }

    @Test
    void takingAProposalInsertsIt() throws Exception {
        ITextEditor editor = ide.open("take.cdl", LAYOUT.replace("vspace: vspace", "vspace: "));
        ICompletionProposal proposal = compute(editor, "vspace: ", 8)[0];
        int offset = Ide.document(editor).get().indexOf("vspace: ") + 8;
        ((org.eclipse.jface.text.contentassist.ICompletionProposalExtension2) proposal)
                .apply(Ide.viewer(editor), (char) 0, 0, offset);
        assertThat(Ide.document(editor).get()).isEqualTo(LAYOUT);
    }

    @Test
    void aScenarioOpensInTheSameEditor() throws Exception {
        String program = "program client {\n    seL4_SetMR(0, 42);\n"
                + "    seL4_Call(ep, seL4_MessageInfo_new(0, 0, 0, 1));\n}\n";
        ITextEditor editor = ide.open("scenario.walk", LAYOUT.replace("bufer", "buffer") + "\n" + program);
        assertThat(editor.getSite().getId()).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
        assertThat(proposals(editor, "seL4_Call(", 10)).anyMatch(label -> label.startsWith("ep  cptr 0x1"));
        Ide.waitUntil("the analysis is done", () -> style(editor, "program client").fontStyle == SWT.BOLD);
        Ide.screenshot("scenario-editor");
    }

    private List<IMarker> errors(String name) {
        try {
            IFile file = ide.project().getFile(name);
            return Arrays.stream(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).toList();
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static StyleRange style(ITextEditor editor, String at) {
        int offset = Ide.document(editor).get().indexOf(at);
        StyleRange range = Ide.viewer(editor).getTextWidget().getStyleRangeAtOffset(offset);
        return range == null ? new StyleRange() : range;
    }

    private static ICompletionProposal[] compute(ITextEditor editor, String at, int behind) throws Exception {
        Ide.analysed(editor);
        ITextViewer viewer = Ide.viewer(editor);
        int offset = Ide.document(editor).get().indexOf(at) + behind;
        return new dev.trapwalk.lang.ui.assist.AssistProcessor().computeCompletionProposals(viewer, offset);
    }

    private static List<String> proposals(ITextEditor editor, String at, int behind) throws Exception {
        return Arrays.stream(compute(editor, at, behind)).map(ICompletionProposal::getDisplayString).toList();
    }
}
