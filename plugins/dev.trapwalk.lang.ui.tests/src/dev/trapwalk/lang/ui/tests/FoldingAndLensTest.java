package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ui.mining.LayoutLaunch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folding is the folding service's, and "Debug this layout" leads to something that runs. */
class FoldingAndLensTest {
    private static final String LAYOUT = SmallLayout.TEXT;
    /** A question numbers its buttons from the left. */
    private static final int YES = 0;

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
    void blocksAndCommentsFoldWhateverTheirIndentationAndStayFolded() throws Exception {
        ITextEditor editor = ide.open("fold.cdl", LAYOUT);
        Ide.waitUntil("the blocks can be folded", () -> folds(editor).size() == 4);
        assertThat(folds(editor)).containsExactlyInAnyOrder("-- Two lines of comment", "objects {", "caps {",
                "root {");
        ProjectionAnnotationModel model = model(editor);
        ProjectionAnnotation objects = (ProjectionAnnotation) annotation(editor, "objects {");
        model.collapse(objects);
        Ide.document(editor).replace(LAYOUT.indexOf("1: ep"), 1, "2");
        Ide.document(editor).replace(0, 0, "// one more\n\n");
        Ide.settle();
        Ide.waitUntil("the blocks are where they are now", () -> folds(editor).size() == 4);
        assertThat(((ProjectionAnnotation) annotation(editor, "objects {")).isCollapsed()).isTrue();
        Ide.screenshot("folding");
    }

    @Test
    void debuggingALayoutMakesAScenarioOfItOnceAndOpensIt() throws Exception {
        ITextEditor editor = ide.open("debug.cdl", LAYOUT);
        IFile scenario = ide.project().getFile("debug.walk");
        scenario.delete(true, null);
        List<String> told = new ArrayList<>();
        LayoutLaunch launch = new LayoutLaunch(Ide.page(), told::add, told::add);
        launch.open(Ide.analysed(editor));
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("debug.cdl has no programs").contains("debug.walk");
        ITextEditor opened = (ITextEditor) Ide.page().getActiveEditor();
        assertThat(Ide.document(opened).get()).startsWith(LAYOUT).contains("program client {\n    seL4_Yield();\n}");
        assertThat(Ide.analysed(opened).analysis().hasErrors()).isFalse();
        Ide.screenshot("scenario-of-a-layout");
        launch.open(Ide.analysed(editor));
        assertThat(told).as("asked once only").hasSize(1);
    }

    @Test
    void aClickAboveALayoutAsksAndMakesTheScenario() throws Exception {
        ITextEditor editor = ide.open("clicked.cdl", LAYOUT.replace("-- Two lines of comment\n-- fold into one.\n", "\n"));
        IFile scenario = ide.project().getFile("clicked.walk");
        scenario.delete(true, null);
        StyledText text = Ide.viewer(editor).getTextWidget();
        Ide.waitUntil("the line above the layout is there", () -> text.getLineVerticalIndent(1) > 0);
        Ide.settle();
        text.redraw();
        text.update();
        answer(YES, 100);
        Point place = new Point(8, text.getLinePixel(1) + 4);
        mouse(text, SWT.MouseMove, place);
        mouse(text, SWT.MouseDown, place);
        mouse(text, SWT.MouseUp, place);
        Ide.waitUntil("the scenario is open",
                () -> Ide.page().getActiveEditor().getEditorInput().getName().equals("clicked.walk"));
        assertThat(scenario.exists()).isTrue();
    }

    private static void mouse(StyledText text, int type, Point place) {
        Event event = new Event();
        event.x = place.x;
        event.y = place.y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        text.notifyListeners(type, event);
    }

    /** Presses a button of the next dialog, for which it looks {@code tries} times. */
    private static void answer(int button, int tries) {
        Display.getCurrent().timerExec(200, () -> Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell != Ide.shell() && shell.isVisible()).map(shell -> button(shell, button))
                .filter(found -> found != null).findFirst().ifPresentOrElse(
                        found -> found.notifyListeners(SWT.Selection, new Event()), () -> {
                            if (tries > 0) {
                                answer(button, tries - 1);
                            }
                        }));
    }

    private static Button button(Composite parent, int id) {
        for (Control child : parent.getChildren()) {
            Button found = child instanceof Button button && Integer.valueOf(id).equals(button.getData()) ? button
                    : child instanceof Composite composite ? button(composite, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void aLayoutWithoutThreadsSaysThatNothingCanRun() throws Exception {
        ITextEditor editor = ide.open("empty.cdl", "arch x86_64 objects { ep = ep }");
        List<String> told = new ArrayList<>();
        new LayoutLaunch(Ide.page(), text -> false, told::add).open(Ide.analysed(editor));
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("empty.cdl").contains("thread");
        assertThat(ide.project().getFile("empty.walk").exists()).isFalse();
    }

    private static ProjectionAnnotationModel model(ITextEditor editor) {
        return ((ProjectionViewer) Ide.viewer(editor)).getProjectionAnnotationModel();
    }

    private static Annotation annotation(ITextEditor editor, String line) {
        for (Iterator<Annotation> all = model(editor).getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (firstLine(Ide.document(editor), model(editor).getPosition(annotation)).equals(line)) {
                return annotation;
            }
        }
        throw new AssertionError("nothing folds at " + line);
    }

    private static List<String> folds(ITextEditor editor) {
        List<String> folds = new ArrayList<>();
        if (model(editor) != null) {
            model(editor).getAnnotationIterator().forEachRemaining(
                    annotation -> folds.add(firstLine(Ide.document(editor), model(editor).getPosition(annotation))));
        }
        return folds;
    }

    private static String firstLine(IDocument document, Position position) {
        return document.get().substring(position.getOffset()).lines().findFirst().orElse("");
    }
}
