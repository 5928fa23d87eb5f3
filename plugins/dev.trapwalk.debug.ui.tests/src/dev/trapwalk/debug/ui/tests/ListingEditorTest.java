package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.state.PassedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of the kernel follows the machine from function to function, and from one system call to the next. */
class ListingEditorTest {

    private static final String BREAKPOINT = "dev.trapwalk.debug.ui.pointBreakpoint";

    private Example example;

    @BeforeEach
    void stopAtTheEndOfTheFastpath() throws Exception {
        example = new Example("listing");
        example.open("cnode-copy.walk");
        Example.breakAt("fastpath_call/extra_caps", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("fastpath_call");
        Workbench.waitUntil("its listing is shown", () -> editor() != null && shows("fastpath_call"));
    }

    @AfterEach
    void close() throws Exception {
        StepGranularity.choose(Granularity.POINT);
        example.close();
    }

    @Test
    void oneEditorShowsOneFunctionAfterTheOther() throws Exception {
        KernelListingEditor editor = editor();
        assertThat(annotated(BREAKPOINT)).containsExactly(line("fastpath_call/extra_caps"));
        example.stopsAfter(() -> example.top().stepInto());
        example.stopsAfter(() -> example.top().stepInto());
        assertThat(example.top().frame().label()).isEqualTo("slowpath");
        Workbench.waitUntil("the next function is shown", () -> shows("slowpath"));
        assertThat(editor()).isSameAs(editor);
        assertThat(editor.getTitleToolTip()).contains("slowpath");
        assertThat(annotated(BREAKPOINT)).as("breakpoints of another function").isEmpty();
        Example.breakAt("slowpath/entry", Mode.PASSED);
        Workbench.waitUntil("a breakpoint set there is drawn",
                () -> annotated(BREAKPOINT).equals(List.of(line("slowpath/entry"))));
        example.stopsAfter(() -> example.thread().step(StepKind.INTO,
                Direction.BACKWARD));
        Workbench.waitUntil("the function before is shown again", () -> shows("fastpath_call"));
        assertThat(annotated(BREAKPOINT)).containsExactly(line("fastpath_call/extra_caps"));
        Workbench.page().closeEditor(editor, false);
        example.stopsAfter(() -> example.top().stepInto());
        Workbench.waitUntil("another editor is opened", () -> editor() != null && shows("slowpath"));
    }

    @Test
    void eachRowOfThePathShowsItsPoint() throws Exception {
        SyscallPathView path = (SyscallPathView) Workbench.page().showView(SyscallPathView.ID);
        Table table = example.way(path);
        assertThat(rows(table)).isEqualTo(points(path));
        example.stopsAfter(() -> example.top().stepInto());
        Workbench.waitUntil("the row is selected", () -> at(table) == number());
        assertThat(rows(table)).isEqualTo(points(path));
        assertThat(faint(table)).isEqualTo(table.getItemCount() - number());
        Example.removeBreakpoints();
        StepGranularity.choose(Granularity.SYSTEM_CALL);
        example.stopsAfter(() -> example.top().stepOver());
        StepGranularity.choose(Granularity.POINT);
        while (number() < 2) {
            example.stopsAfter(() -> example.top().stepInto());
        }
        Workbench.waitUntil("another call is drawn", () -> rows(table).equals(points(path)) && at(table) == number());
        assertThat(faint(table)).isEqualTo(table.getItemCount() - number());
    }

    /** Number of the point where the machine stands, 1-based. */
    private int number() {
        return example.target().stopState().orElseThrow().mark().point();
    }

    private static int at(Table table) {
        return table.getSelectionIndex() + 1;
    }

    /** Names in the first column and whether they are bold. */
    private static List<String> rows(Table table) {
        return Stream.of(table.getItems()).map(item -> item.getText(0).replaceAll("^[^\\w]*", "")
                + (isBold(item) ? " bold" : "") + " " + item.getText(3)).toList();
    }

    private List<String> points(SyscallPathView path) {
        List<String> texts = new ArrayList<>();
        for (PassedPoint passed : path.points()) {
            KernelPoint point = passed.point();
            String name = switch (point.kind()) {
                case ENTRY -> point.function().name() + " bold";
                case RETURN -> point.function().name();
                default -> point.name();
            };
            texts.add(name + " " + example.mark().replaceAll("\\..*", "") + "." + passed.number());
        }
        return texts;
    }

    private static boolean isBold(TableItem item) {
        return (item.getFont(0).getFontData()[0].getStyle() & SWT.BOLD) != 0;
    }

    /** Rows in another colour than the one where the machine stands. */
    private static long faint(Table table) {
        return Stream.of(table.getItems()).skip(at(table))
                .filter(item -> !item.getForeground(2).equals(table.getItem(0).getForeground(2))).count();
    }

    private static KernelListingEditor editor() {
        return Workbench.page().getActiveEditor() instanceof KernelListingEditor listing ? listing : null;
    }

    /** Whether text, title, and instruction pointer are those of a function. */
    private boolean shows(String function) {
        StyledText text = (StyledText) editor().getAdapter(Control.class);
        KernelListing listing = editor().listing().orElseThrow();
        return editor().getTitle().equals(function) && listing.function().name().equals(function)
                && text.getText().equals(listing.text())
                && annotated(IDebugUIConstants.ANNOTATION_TYPE_INSTRUCTION_POINTER_CURRENT)
                        .equals(List.of(example.top().getLineNumber()));
    }

    private static int line(String point) {
        return editor().listing().orElseThrow().line(KernelCatalogue.point(point).orElseThrow()).orElseThrow();
    }

    /** Lines with an annotation, 1-based. */
    private static List<Integer> annotated(String type) {
        IDocument document = editor().getDocumentProvider().getDocument(editor().getEditorInput());
        IAnnotationModel model = editor().getDocumentProvider().getAnnotationModel(editor().getEditorInput());
        List<Integer> lines = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(each -> add(document, model, each, type, lines));
        return lines;
    }

    private static void add(IDocument document, IAnnotationModel model, Annotation each, String type,
            List<Integer> lines) {
        try {
            if (each.getType().equals(type)) {
                lines.add(document.getLineOfOffset(model.getPosition(each).getOffset()) + 1);
            }
        } catch (BadLocationException outside) {
            throw new AssertionError(outside);
        }
    }
}
