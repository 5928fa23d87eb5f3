package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.ui.view.RowsAhead;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a step changes is there when it is painted first: nobody sees half of it, or what was before. */
class PaintedOnceTest {

    private static final int MOST_STEPS = 8;

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("painted");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.waitUntil("it is shown", () -> example.top().equals(DebugUITools.getDebugContext()));
        Workbench.settle();
    }

    @AfterEach
    void close() throws Exception {
        StepGranularity.choose(Granularity.POINT);
        example.close();
    }

    @Test
    void variablesAreAskedForBeforeTheyArePainted() throws Exception {
        Tree variables = (Tree) ((AbstractDebugView) Workbench.page().showView(IDebugUIConstants.ID_VARIABLE_VIEW))
                .getViewer().getControl();
        List<Boolean> ahead = new ArrayList<>();
        Listener asked = event -> ahead.add(StackWalker.getInstance().walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(RowsAhead.class.getName()))));
        variables.addListener(SWT.SetData, asked);
        for (int step = 0; !ahead.contains(true) && step < MOST_STEPS; step++) {
            example.stopsAfter(() -> example.top().stepOver());
            Workbench.settle();
        }
        assertThat(ahead).contains(true);
    }

    @Test
    void whatElseChangesIsPaintedWithTheFunctionSteppedInto() throws Exception {
        StepGranularity.choose(Granularity.FUNCTION);
        String before = example.top().getName();
        List<String> painted = new ArrayList<>();
        Listener watch = event -> {
            if (event.widget instanceof StyledText text && text.getText().startsWith(function())
                    && !function().equals(before.replaceAll("[ :/].*", ""))) {
                painted.add(indicator());
            }
        };
        Display display = Display.getCurrent();
        display.addFilter(SWT.Paint, watch);
        try {
            for (int step = 0; painted.isEmpty() && step < MOST_STEPS; step++) {
                example.stopsAfter(() -> example.top().stepInto());
                Workbench.settle();
            }
        } finally {
            display.removeFilter(SWT.Paint, watch);
        }
        assertThat(painted).isNotEmpty();
        assertThat(painted.get(0)).contains(example.mark());
    }

    private String function() {
        return example.top() == null ? "?" : example.top().getName().replaceAll("[ :/].*", "");
    }

    private static String indicator() {
        return Widgets.all(Workbench.shell(), CLabel.class).stream().map(CLabel::getText)
                .filter(text -> text.contains("mark")).findFirst().orElse("");
    }
}
