package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main tool bar of our perspective, at 1280 pixels. */
class ToolBarTest {

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("tool-bar");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void whatWalksBackStandsRightBesideWhatWalksOn() {
        List<String> hints = hints();
        int step = indexOf(hints, "Step Return");
        int back = indexOf(hints, "Reverse Resume");
        assertThat(step).isPositive();
        assertThat(back).as("Reverse Resume in %s", hints).isBetween(step + 1, step + 4);
        assertThat(hints).anyMatch(hint -> hint.contains("Step Back Over"))
                .anyMatch(hint -> hint.contains("Back to Last Change"))
                .anyMatch(hint -> hint.startsWith("One step is"));
    }

    @Test
    void whatHasNothingToDoWithWalkingIsNotThere() {
        assertThat(hints()).contains("New", "Debug").noneMatch(hint -> Stream.of("Undo", "Redo", "Edit Location",
                "Pin Editor", "External Tools", "Search", "Coverage", "Word Wrap", "Next Annotation",
                "Previous Annotation").anyMatch(hint::startsWith));
    }

    private static int indexOf(List<String> hints, String begin) {
        return hints.indexOf(hints.stream().filter(hint -> hint.startsWith(begin)).findFirst().orElse(""));
    }

    /** Hints of the buttons in the first row, from left to right. */
    private static List<String> hints() {
        Shell shell = Workbench.shell();
        Workbench.settle();
        return Widgets.all(shell, ToolBar.class).stream().filter(bar -> bar.isVisible() && place(bar).y < 30)
                .sorted(Comparator.comparingInt(bar -> place(bar).x)).flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0 && item.getBounds().width > 0)
                .map(ToolItem::getToolTipText).filter(hint -> hint != null)
                .map(hint -> hint.replace("&", "")).toList();
    }

    private static Point place(ToolBar bar) {
        return bar.getDisplay().map(bar, bar.getShell(), 0, 0);
    }
}
