package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.edit.IndentStrategy;
import dev.trapwalk.lang.ui.edit.QuickAssist;
import dev.trapwalk.lang.ui.link.LinkDetector;
import dev.trapwalk.lang.ui.preference.ProfilePreference;
import java.util.Arrays;
import java.util.Iterator;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.TextInvocationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person mends, renames, formats, follows links and asks who holds what. */
class LayoutCommandsTest {
    private static final String LAYOUT = """
            arch x86_64
            objects {
                ep = ep
                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                server = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                root[2] = cnode (4 bits)
                buffer = frame (4k)
                vspace = pml4
            }
            caps {
                root[0] { 1: call = ep (WP, badge: 0x11) buffer }
                root[1] { 7: ep (R) 8: <call> (masked: W) }
                client { cspace: root[0] (guard_size: 60) vspace: vspace }
                server { cspace: root[1] (guard_size: 60) vspace: vspace }
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
    void theQuickFixOfAMarkerMendsTheText() throws Exception {
        ITextEditor editor = ide.open("fix.cdl", LAYOUT.replace("7: ep (R)", "7: epp (R)"));
        IFile file = ide.project().getFile("fix.cdl");
        Ide.waitUntil("there is an error", () -> error(file) != null);
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(error(file));
        assertThat(fixes).extracting(IMarkerResolution::getLabel).contains("Change to 'ep'", "Ignore E01 in this line");
        Arrays.stream(fixes).filter(fix -> fix.getLabel().equals("Change to 'ep'")).findFirst().orElseThrow()
                .run(error(file));
        assertThat(Ide.document(editor).get()).isEqualTo(LAYOUT);
        Ide.waitUntil("the error is gone", () -> error(file) == null);
    }

    @Test
    void renamesTheObjectAtTheCursor() throws Exception {
        ITextEditor editor = ide.open("rename.cdl", LAYOUT);
        editor.selectAndReveal(LAYOUT.indexOf("root[2]"), 0);
        answerDialog("ep", false, "cspace_of");
        execute("dev.trapwalk.lang.ui.rename");
        assertThat(Ide.document(editor).get()).isEqualTo(LAYOUT.replace("root", "cspace_of"));
    }

    @Test
    void formatsTheFile() throws Exception {
        ITextEditor editor = ide.open("format.cdl", LAYOUT.replace("    ep = ep\n", "ep=ep\n"));
        editor.selectAndReveal(0, 0);
        execute("dev.trapwalk.lang.ui.format");
        assertThat(Ide.document(editor).get()).isEqualTo(LAYOUT);
    }

    @Test
    void writesTheFileInCanonicalOrder() throws Exception {
        ITextEditor editor = ide.open("canonical.cdl", "arch x86_64\nobjects {\n    z = ep -- the last\n    a = ep\n}\n");
        editor.selectAndReveal(0, 0);
        execute("dev.trapwalk.lang.ui.formatCanonical");
        assertThat(Ide.document(editor).get()).containsSubsequence("a = ep", "-- the last", "z = ep");
    }

    @Test
    void aStricterProfileMakesAnErrorOfAWarning() throws Exception {
        IFile file = ide.project().getFile("profile.cdl");
        ide.open("profile.cdl", "arch x86_64\nobjects { c = cnode (1 bits)  e = ep }\ncaps { c { 2: e } }\n");
        IPreferenceStore store = LangUi.get().getPreferenceStore();
        store.setValue(ProfilePreference.KEY, Profile.RUST.keyword());
        try {
            Ide.waitUntil("the warning is an error", () -> error(file) != null);
        } finally {
            store.setToDefault(ProfilePreference.KEY);
        }
        Ide.waitUntil("the error is a warning again", () -> error(file) == null);
    }

    @Test
    void ctrlOneOffersToResizeTheCNode() throws Exception {
        ITextEditor editor = ide.open("assist-resize.cdl", LAYOUT);
        editor.selectAndReveal(LAYOUT.indexOf("root[2]"), 0);
        Ide.analysed(editor);
        ICompletionProposal resize = Arrays.stream(new QuickAssist().computeQuickAssistProposals(
                        new TextInvocationContext(Ide.viewer(editor), LAYOUT.indexOf("root[2]"), 0)))
                .filter(proposal -> proposal.getDisplayString().startsWith("Resize CNode 'root' to 5 bits")).findFirst()
                .orElseThrow();
        resize.apply(Ide.document(editor));
        assertThat(Ide.document(editor).get())
                .isEqualTo(LAYOUT.replace("(4 bits)", "(5 bits)").replace("guard_size: 60", "guard_size: 59"));
    }

    @Test
    void whatWasNotSavedLeavesNoMarkersBehind() throws Exception {
        ITextEditor editor = ide.open("unsaved.cdl", LAYOUT);
        IFile file = ide.project().getFile("unsaved.cdl");
        Ide.document(editor).replace(LAYOUT.indexOf("ep (R)"), 2, "nothing");
        Ide.waitUntil("there is an error", () -> error(file) != null);
        Ide.page().closeEditor(editor, false);
        Ide.waitUntil("the error went with the change", () -> error(file) == null);
    }

    @Test
    void theCursorMarksAllPlacesOfAName() throws Exception {
        ITextEditor editor = ide.open("marks.cdl", LAYOUT);
        Ide.analysed(editor);
        Ide.settle();
        Ide.viewer(editor).getTextWidget().setSelection(LAYOUT.indexOf("ep = ep"));
        Ide.viewer(editor).setSelectedRange(LAYOUT.indexOf("ep = ep") + 1, 0);
        Ide.waitUntil("the object is marked three times and its type is not", () -> marks(editor) == 3);
    }

    @Test
    void aBraceBeginsAnIndentedBlock() throws Exception {
        DocumentCommand command = new DocumentCommand() {
        };
        Document document = new Document("caps {\n    root {}");
        command.offset = document.getLength() - 1;
        command.text = "\n";
        command.doit = true;
        command.caretOffset = -1;
        new IndentStrategy().customizeDocumentCommand(document, command);
        assertThat(command.text).isEqualTo("\n        \n    ");
        assertThat(command.caretOffset).isEqualTo(document.getLength() - 1 + "\n        ".length());
    }

    @Test
    void aLinkLeadsFromTheCopyToItsSource() throws Exception {
        ITextEditor editor = ide.open("link.cdl", LAYOUT);
        Ide.analysed(editor);
        IHyperlink[] links = new LinkDetector().detectHyperlinks(Ide.viewer(editor),
                new Region(LAYOUT.indexOf("<call>") + 2, 0), false);
        assertThat(links).hasSize(1);
        links[0].open();
        ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        assertThat(selection.getText()).isEqualTo("call");
        assertThat(selection.getOffset()).isEqualTo(LAYOUT.indexOf("call ="));
    }

    @Test
    void theOutlineListsSectionsAndObjects() throws Exception {
        IViewPart view = Ide.page().showView("org.eclipse.ui.views.ContentOutline");
        ide.open("outline.cdl", LAYOUT);
        Ide.waitUntil("the outline is there", () -> tree(view) != null && tree(view).getItemCount() == 3);
        TreeItem objects = tree(view).getItem(1);
        assertThat(objects.getText()).startsWith("objects");
        assertThat(Arrays.stream(objects.getItems()).map(TreeItem::getText))
                .anyMatch(text -> text.startsWith("client"));
        Ide.screenshot("outline-and-slot-hints");
    }

    @Test
    void whoHoldsTheEndpointIsShownByThread() throws Exception {
        ITextEditor editor = ide.open("holders.cdl", LAYOUT);
        editor.selectAndReveal(LAYOUT.indexOf("ep = ep"), 0);
        execute("dev.trapwalk.lang.ui.holders");
        IViewPart view = Ide.page().showView("org.eclipse.search.ui.views.SearchView");
        Ide.waitUntil("the holders are there", () -> tree(view) != null && tree(view).getItemCount() == 2);
        assertThat(tree(view).getItem(0).getText()).isEqualTo("client");
        assertThat(Arrays.stream(tree(view).getItem(1).getItems()).map(TreeItem::getText)).containsExactly(
                "ep  R  in root[1][7]  (cptr 0x7)", "ep  W  badge 0x11  in root[1][8]  (cptr 0x8)");
        Ide.screenshot("who-holds");
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

    private static long marks(ITextEditor editor) {
        long count = 0;
        Iterator<Annotation> all = Ide.viewer(editor).getAnnotationModel().getAnnotationIterator();
        while (all.hasNext()) {
            count += all.next().getType().equals("org.eclipse.ui.genericeditor.text") ? 1 : 0;
        }
        return count;
    }

    private static void execute(String command) throws Exception {
        Ide.analysed((ITextEditor) Ide.page().getActiveEditor());
        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getService(IHandlerService.class)
                .executeCommand(command, null);
    }

    /** When a dialog comes up: types {@code first}, checks whether OK is offered, types {@code second} and takes it. */
    private static void answerDialog(String first, boolean offered, String second) {
        Display.getCurrent().timerExec(200, () -> {
            Shell dialog = Arrays.stream(Display.getCurrent().getShells())
                    .filter(shell -> shell != Ide.shell() && shell.isVisible() && find(shell, Text.class,
                            LayoutCommandsTest::isWritable) != null).findFirst().orElse(null);
            if (dialog == null) {
                answerDialog(first, offered, second);
                return;
            }
            Text text = (Text) find(dialog, Text.class, LayoutCommandsTest::isWritable);
            Button ok = (Button) find(dialog, Button.class, button ->
                    Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData()));
            text.setText(first);
            boolean enabled = ok.isEnabled();
            text.setText(second);
            ok.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
            assertThat(enabled).isEqualTo(offered);
        });
    }

    private static boolean isWritable(Text text) {
        return text.isEnabled() && (text.getStyle() & SWT.READ_ONLY) == 0;
    }

    private static Tree tree(IViewPart view) {
        Composite site = (Composite) view.getAdapter(Control.class);
        Control root = site != null ? site : Ide.shell();
        return (Tree) find(root, Tree.class, tree -> tree.isVisible()
                && tree.getShell() == Ide.shell() && isInside(view, tree));
    }

    private static boolean isInside(IViewPart view, Tree tree) {
        String text = tree.getItemCount() == 0 ? "" : tree.getItem(0).getText();
        return view.getSite().getId().contains("Search") ? !text.startsWith("arch") && !text.equals("layouts")
                : text.startsWith("arch");
    }

    private static <T extends Control> Control find(Control root, Class<T> type,
            java.util.function.Predicate<T> wanted) {
        if (type.isInstance(root) && wanted.test(type.cast(root))) {
            return root;
        }
        if (root instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Control found = find(child, type, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
