package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must never happen while somebody steps. */
class NeverTest {

    /** Pixels from the top of the client area; a second row of buttons would add about thirty. */
    private static final int BELOW_ONE_ROW = 115;
    /** Milliseconds; longer than the Debug view is given to select by itself. */
    private static final int TIME_TO_LOOK = 500;

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("never");
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
    void theButtonsStandInOneRow() throws Exception {
        Shell shell = Workbench.shell();
        Workbench.settle();
        Tree debug = tree(IDebugUIConstants.ID_DEBUG_VIEW);
        assertThat(shell.getDisplay().map(debug, shell, 0, 0).y).as("top of the Debug view's tree")
                .isBetween(1, BELOW_ONE_ROW);
    }

    @Test
    void aStepOpensNoDialogAndNothingCollapsesOrIsDeselected() throws Exception {
        Tree variables = tree(IDebugUIConstants.ID_VARIABLE_VIEW);
        Workbench.waitUntil("the variables are shown", () -> item(variables, "cap") != null);
        select(variables, item(variables, "cap"));
        Workbench.waitUntil("it has parts", () -> item(variables, "cap").getItemCount() > 0);
        expand(item(variables, "cap"));
        Workbench.waitUntil("its parts are shown", () -> !firstPart(variables, "cap").isEmpty());
        String part = firstPart(variables, "cap");
        Tree debug = tree(IDebugUIConstants.ID_DEBUG_VIEW);
        int frames = frames(debug);
        assertThat(frames).isGreaterThan(5);
        long shells = visibleShells();
        for (int step = 0; step < 3; step++) {
            example.stopsAfter(() -> example.top().stepOver());
            Workbench.settle();
            assertThat(frames(debug)).isEqualTo(frames);
            Workbench.waitUntil("still selected", () -> Stream.of(variables.getSelection()).map(TreeItem::getText)
                    .toList().equals(List.of("cap")));
            Workbench.waitUntil("still expanded", () -> firstPart(variables, "cap").equals(part));
        }
        assertThat(visibleShells()).isLessThanOrEqualTo(shells);
    }

    /** The stop after a quick relaunch, which the Debug view may hear of before it knows the machine. */
    @Test
    void aStopThatTheDebugViewHasMissedIsNeverWithoutASelection() throws Exception {
        // On a busy computer the first stop may have been told a second time already, which is done once only.
        example.stopsAfter(() -> example.top().stepOver());
        waitUntilDrawn();
        select(example.thread());
        stopIsMissed();
        Workbench.settle();
        assertThat(DebugUITools.getDebugContext()).as("what a person selected").isEqualTo(example.thread());
        select(null);
        Workbench.settle();
        assertThat(DebugUITools.getDebugContext()).isNull();
        stopIsMissed();
        Workbench.waitUntil("where it stands is selected again",
                () -> example.top().equals(DebugUITools.getDebugContext()));
    }

    /**
     * A step within a function ends in the frame where it began: only what the row says shows that the Debug view knows
     * of the stop.
     */
    private void waitUntilDrawn() throws Exception {
        Tree debug = tree(IDebugUIConstants.ID_DEBUG_VIEW);
        Workbench.waitUntil("where it stands is selected", () -> example.top().equals(DebugUITools.getDebugContext())
                && Stream.of(debug.getSelection()).anyMatch(row -> row.getText().startsWith(example.top().getName())));
    }

    /** What nobody has chosen does not stay: a busy Debug view may have left it behind. */
    @Test
    void aSelectionThatNobodyChoseIsNeverKept() throws Exception {
        example.stopsAfter(() -> example.top().stepOver());
        waitUntilDrawn();
        Viewer debug = ((AbstractDebugView) Workbench.page().showView(IDebugUIConstants.ID_DEBUG_VIEW)).getViewer();
        TreePath machine = new TreePath(new Object[] {example.target().getLaunch(), example.target()});
        // Only by force: the view's own rules keep the frame.
        debug.getClass().getMethod("setSelection", ISelection.class, boolean.class, boolean.class)
                .invoke(debug, new TreeSelection(machine), true, true);
        Workbench.waitUntil("the machine is selected", () -> DebugUITools.getDebugContext() == example.target());
        stopIsMissed();
        Workbench.waitUntil("where it stands is selected again",
                () -> example.top().equals(DebugUITools.getDebugContext()));
    }

    /** Of a stop of the machine as a whole the Debug view takes no notice. */
    private void stopIsMissed() {
        DebugEvent missed = new DebugEvent(example.target(), DebugEvent.SUSPEND, DebugEvent.CLIENT_REQUEST);
        AtomicBoolean looked = new AtomicBoolean();
        Display display = Display.getCurrent();
        // Told after all others, each of which begins to wait on the user interface thread as this one does.
        IDebugEventSetListener last = events -> {
            if (List.of(events).contains(missed)) {
                display.asyncExec(() -> display.timerExec(TIME_TO_LOOK, () -> looked.set(true)));
            }
        };
        DebugPlugin.getDefault().addDebugEventListener(last);
        try {
            DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {missed});
            Workbench.waitUntil("there was time to look", looked::get);
        } finally {
            DebugPlugin.getDefault().removeDebugEventListener(last);
        }
    }

    /** Selects a row of the Debug view, or nothing. */
    private void select(WalkThread thread) throws Exception {
        Tree debug = tree(IDebugUIConstants.ID_DEBUG_VIEW);
        if (thread == null) {
            debug.deselectAll();
            debug.notifyListeners(SWT.Selection, new Event());
        } else {
            select(debug, row(debug, thread));
        }
        Workbench.waitUntil("selected", () -> DebugUITools.getDebugContext() == thread);
    }

    private static TreeItem row(Tree debug, Object element) {
        return rows(debug.getItems()).filter(item -> element.equals(item.getData())).findFirst().orElse(null);
    }

    private static void select(Tree tree, TreeItem row) {
        Event selected = new Event();
        selected.item = row;
        tree.setSelection(row);
        tree.notifyListeners(SWT.Selection, selected);
    }

    private static Stream<TreeItem> rows(TreeItem[] items) {
        return Stream.of(items).flatMap(item -> Stream.concat(Stream.of(item), rows(item.getItems())));
    }

    /** Out of the kernel and back, over two switches: where a step ends is what is selected, whoever runs there. */
    @Test
    void theSelectionNeverStaysBehindInAThreadThatTheMachineHasLeft() throws Exception {
        example.terminate();
        Example.removeBreakpoints();
        example.debug("call-fastpath.walk", true);
        Workbench.waitUntil("stands at the start", () -> example.target().isSuspended() && example.top() != null);
        Set<String> entered = new HashSet<>();
        for (int step = 0; step < 5; step++) {
            StepGranularity.choose(step % 2 == 0 ? Granularity.SYSTEM_CALL : Granularity.POINT);
            example.stopsAfter(() -> example.top().stepInto());
            entered.add(example.thread().getName().split(" ")[0]);
            Workbench.waitUntil("the innermost frame of " + example.thread().getName() + " is selected",
                    () -> example.top().equals(DebugUITools.getDebugContext()));
        }
        StepGranularity.choose(Granularity.POINT);
        assertThat(entered).contains("client", "server");
    }

    /** As with a key held down on a busy computer: the Debug view looks when the machine is some stops further. */
    @Test
    void theSelectionCatchesUpWithAMachineThatIsQuicker() throws Exception {
        example.terminate();
        Example.removeBreakpoints();
        example.debug("call-fastpath.walk", true);
        Workbench.waitUntil("where it stands is selected", () -> example.target().isSuspended()
                && example.top() != null && example.top().equals(DebugUITools.getDebugContext()));
        WalkThread first = example.thread();
        StepGranularity.choose(Granularity.SYSTEM_CALL);
        try {
            while (example.thread() == first) {
                stepUnseen();
            }
        } finally {
            StepGranularity.choose(Granularity.POINT);
        }
        stepUnseen();
        assertThat(example.thread()).isNotEqualTo(first);
        Workbench.waitUntil("the innermost frame of " + example.thread().getName() + " is selected",
                () -> example.top().equals(DebugUITools.getDebugContext()));
    }

    @Test
    void whoEditsAValueOfAnotherThreadIsNeverTakenAwayFromIt() throws Exception {
        example.terminate();
        Example.removeBreakpoints();
        example.debug("call-fastpath.walk", true);
        Workbench.waitUntil("where it stands is selected", () -> example.target().isSuspended()
                && example.top() != null && example.top().equals(DebugUITools.getDebugContext()));
        WalkThread other = Stream.of(example.target().getThreads()).map(WalkThread.class::cast)
                .filter(thread -> thread != example.thread()).findFirst().orElseThrow();
        Tree debug = tree(IDebugUIConstants.ID_DEBUG_VIEW);
        Workbench.waitUntil("it is shown", () -> row(debug, other) != null && row(debug, other).getItemCount() > 0);
        expand(row(debug, other));
        Workbench.waitUntil("its frames are shown", () -> row(debug, other.getTopStackFrame()) != null);
        select(debug, row(debug, other.getTopStackFrame()));
        Workbench.waitUntil("selected", () -> other.getTopStackFrame().equals(DebugUITools.getDebugContext()));
        example.stopsAfter(() -> register(other, "rbx").setValue("0x123"));
        Workbench.waitUntil("it has the value", () -> value(other, "rbx").equals("0x123"));
        Workbench.settle();
        assertThat(DebugUITools.getDebugContext()).isEqualTo(other.getTopStackFrame());
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("where it stands is selected again",
                () -> example.top().equals(DebugUITools.getDebugContext()));
    }

    /** One of the thread's registers that can be changed. */
    private static IVariable register(WalkThread thread, String name) throws DebugException {
        for (IRegisterGroup group : thread.getTopStackFrame().getRegisterGroups()) {
            for (IRegister register : group.getRegisters()) {
                if (register.getName().equals(name) && register.supportsValueModification()) {
                    return register;
                }
            }
        }
        throw new AssertionError("no " + name + " in " + thread.getName());
    }

    private static String value(WalkThread thread, String register) {
        try {
            return register(thread, register).getValue().getValueString();
        } catch (DebugException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A step while the user interface does nothing. */
    private void stepUnseen() throws Exception {
        long generation = example.target().stopState().orElseThrow().generation();
        example.top().stepInto();
        while (!example.target().isSuspended()
                || example.target().stopState().orElseThrow().generation() == generation) {
            Thread.sleep(1);
        }
    }

    private static void expand(TreeItem item) {
        Event event = new Event();
        event.item = item;
        item.setExpanded(true);
        item.getParent().notifyListeners(SWT.Expand, event);
    }

    /** Name of what stands first below a variable that is expanded; only what can be seen is made. */
    private static String firstPart(Tree tree, String name) {
        TreeItem item = item(tree, name);
        return item == null || !item.getExpanded() || item.getItemCount() == 0 ? "" : item.getItem(0).getText();
    }

    /** Rows of the Debug view that can be seen. */
    private static int frames(Tree tree) {
        return Stream.of(tree.getItems()).mapToInt(NeverTest::open).sum();
    }

    private static int open(TreeItem item) {
        return 1 + (item.getExpanded() ? Stream.of(item.getItems()).mapToInt(NeverTest::open).sum() : 0);
    }

    private static long visibleShells() {
        return Stream.of(Display.getCurrent().getShells()).filter(Shell::isVisible).count();
    }

    private static Tree tree(String view) throws Exception {
        return (Tree) ((AbstractDebugView) Workbench.page().showView(view)).getViewer().getControl();
    }

    private static TreeItem item(Tree tree, String name) {
        return Stream.of(tree.getItems()).filter(item -> item.getText().equals(name)).findFirst().orElse(null);
    }
}
