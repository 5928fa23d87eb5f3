package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.breakpoints.PointActions;
import dev.trapwalk.debug.ui.command.WatchHandler;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.script.LocationText;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breakpoints set where one looks: in the Syscall Path view, in a listing, at a value. */
class BreakInPlaceTest {

    private static final KernelPoint EMPTY = KernelCatalogue.point("decodeCNodeInvocation/dest_empty").orElseThrow();

    private Example example;

    @BeforeEach
    void stopInTheSecondCopy() throws Exception {
        example = new Example("break-in-place");
        example.open("cnode-copy.walk");
        Example.breakAt(EMPTY.id(), Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void aClickGoesThereAndADoubleClickBreaksThere() throws Exception {
        SyscallPathView path = (SyscallPathView) Workbench.page().showView(SyscallPathView.ID);
        Table table = example.way(path);
        String before = example.mark();
        Rectangle second = secondRow(table);
        click(table, second, 1);
        click(table, second, 2);
        KernelPoint point = path.points().get(1).point();
        assertThat(KernelPointBreakpoint.find(point, Mode.PASSED)).isPresent();
        long end = System.currentTimeMillis() + 2L * table.getDisplay().getDoubleClickTime();
        Workbench.waitUntil("a click would have been done", () -> System.currentTimeMillis() > end);
        assertThat(example.mark()).isEqualTo(before);

        Rectangle again = secondRow(table);
        example.stopsAfter(() -> click(table, again, 1));
        assertThat(example.mark()).endsWith(".2");
    }

    /** Where the second row is, once it is scrolled into sight and stays there. */
    private static Rectangle secondRow(Table table) {
        Workbench.settle();
        Workbench.waitUntil("the second row is seen", () -> {
            table.setTopIndex(0);
            return table.getItem(centre(table.getItem(1).getBounds(0))) == table.getItem(1);
        });
        return table.getItem(1).getBounds(0);
    }

    @Test
    void aPointOffersItsOutcomesAndTicksWhatIsSet() {
        assertThat(PointActions.of(EMPTY)).extracting(IAction::getText).containsExactly("&Break Here",
                "Break Here When It &Holds", "Break Here When It &Fails");
        assertThat(PointActions.of(EMPTY)).extracting(IAction::isChecked).containsExactly(false, false, true);
        PointActions.of(EMPTY).get(2).run();
        assertThat(KernelPointBreakpoint.find(EMPTY, Mode.FAILS)).isEmpty();
        assertThat(PointActions.of(EMPTY.function().entry())).hasSize(1);
    }

    @Test
    void aValueIsWatchedByTheNamesOfTheLayout() throws Exception {
        IVariable slot = Stream.of(example.top().getVariables()).filter(variable -> name(variable).equals("destSlot"))
                .findFirst().orElseThrow();
        watch(slot);
        assertThat(KernelBreakpoints.find(LocationText.read("watch slot root 9"))).isPresent();
        watch(slot);
        assertThat(KernelBreakpoints.find(LocationText.read("watch slot root 9"))).isEmpty();
    }

    @Test
    void toggleWatchpointOfThePlatformWatchesTheSelectedValue() throws Exception {
        IVariable slot = Stream.of(example.top().getVariables()).filter(variable -> name(variable).equals("destSlot"))
                .findFirst().orElseThrow();
        ISelection selection = new StructuredSelection(slot);
        IWorkbenchPart part = Workbench.page().showView(IDebugUIConstants.ID_VARIABLE_VIEW);
        IToggleBreakpointsTarget toggle = DebugUITools.getToggleBreakpointsTargetManager()
                .getToggleBreakpointsTarget(part, selection);
        assertThat(toggle.canToggleWatchpoints(part, selection)).isTrue();
        assertThat(toggle.canToggleLineBreakpoints(part, selection)).isFalse();
        toggle.toggleWatchpoints(part, selection);
        assertThat(KernelBreakpoints.find(LocationText.read("watch slot root 9"))).isPresent();
        toggle.toggleWatchpoints(part, selection);
        assertThat(KernelBreakpoints.find(LocationText.read("watch slot root 9"))).isEmpty();
    }

    @Test
    void theThreadSaysWhichChangeStoppedIt() throws Exception {
        Example.removeBreakpoints();
        example.stopsAfter(() -> example.target().move(new Command.Jump(new Mark(0, 0)), null));
        WalkBreakpoint watch = KernelBreakpoints.set(LocationText.read("watch slot root 9"));
        Workbench.waitUntil("known to the session",
                () -> example.target().breakpoints().status(watch).isPresent());
        example.stopsAfter(() -> example.target().resume());
        String label = DebugUITools.newDebugModelPresentation().getText(example.thread());
        assertThat(label).endsWith("   (root[9]: null -> endpoint ep  RW)");
        Workbench.waitUntil("listing shown",
                () -> Workbench.page().getActiveEditor() instanceof KernelListingEditor);
        Screenshot.of(Workbench.shell(), "stopped-by-a-watch");
    }

    private static void watch(IVariable variable) {
        IEvaluationContext context = new EvaluationContext(null, new Object());
        context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, new StructuredSelection(variable));
        new WatchHandler().execute(new ExecutionEvent(null, Map.of(), null, context));
    }

    private static String name(IVariable variable) {
        try {
            return variable.getName();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void click(Control control, Rectangle at, int count) {
        if (count == 2) {
            notify(control, SWT.MouseDoubleClick, at, count);
        }
        notify(control, SWT.MouseUp, at, count);
    }

    private static Point centre(Rectangle at) {
        return new Point(at.x + at.width / 2, at.y + at.height / 2);
    }

    private static void notify(Control control, int type, Rectangle at, int count) {
        Event event = new Event();
        event.button = 1;
        event.count = count;
        event.x = centre(at).x;
        event.y = centre(at).y;
        control.notifyListeners(type, event);
    }
}
