package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.breakpoints.BreakpointPage;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.List;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A breakpoint's properties, and what they do in a session. */
class BreakpointPageTest {

    private Example example;
    private PreferenceDialog dialog;

    @BeforeEach
    void makeTheExample() throws Exception {
        example = new Example("breakpoint-page");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void whatThePageSaysDecidesWhereItStops() throws Exception {
        KernelPointBreakpoint breakpoint = Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        open(breakpoint);
        List<Combo> combos = Widgets.combos(control());
        combos.get(0).select(1);
        combos.get(0).notifyListeners(SWT.Selection, new Event());
        Widgets.all(control(), Spinner.class).get(0).setSelection(2);
        Screenshot.of(dialog.getShell(), "breakpoint-page");
        page().performOk();
        dialog.close();

        assertThat(breakpoint.attribute(WalkBreakpoint.HIT_COUNT)).isEqualTo("== 2");
        assertThat(label(breakpoint)).isEqualTo("decodeCNodeInvocation: entry  [hits == 2]");
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        assertThat(example.frames()).last().isEqualTo("cnode-copy.walk:42  seL4_CNode_Copy");
    }

    @Test
    void allOfAPageIsKept() throws Exception {
        KernelBreakpoint first = KernelBreakpoints.set(new Location.AtError("seL4_DeleteFirst"));
        KernelBreakpoint second = KernelBreakpoints.set(new Location.Watch(new WatchTarget.Slot("root", 9),
                Location.Watch.Access.CHANGE));
        open(second);
        Widgets.field(control(), "must be true").setText("root != 0");
        Widgets.field(control(), "commas").setText("client");
        Widgets.field(control(), "does not count").setText("mr[0] == 1");
        List<Combo> combos = Widgets.combos(control());
        select(combos.get(4), "seL4_DeleteFirst (8) is returned");
        select(combos.get(5), "print a message and go on");
        assertThat(page().getErrorMessage()).isEqualTo("Write the message that is to be printed.");
        Widgets.field(control(), "braces").setText("slot is {slot(root, 9)}");
        assertThat(page().isValid()).isTrue();
        Screenshot.of(dialog.getShell(), "breakpoint-page-watch");
        page().performOk();
        dialog.close();
        assertThat(label(second)).isEqualTo("root[9] changes  [when root != 0, thread client, not while mr[0] == 1, "
                + "armed by seL4_DeleteFirst (8) is returned, logs \"slot is {slot(root, 9)}\"]");
        assertThat(second.toSession("").orElseThrow().trigger()).isEqualTo(first.sessionId());
    }

    @Test
    void aSessionSaysWhatIsWrongAndHowOftenItWasHit() throws Exception {
        KernelBreakpoint hit = KernelBreakpoints.set(new Location.AtInvocation("CNodeCopy", ""));
        KernelBreakpoint wrong = KernelBreakpoints.set(new Location.ThreadSwitch("nobody"));
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeInvocation");
        Workbench.waitUntil("hits are shown", () -> label(hit).endsWith("  - hit once"));
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("hits are shown", () -> label(hit).endsWith("  - hit 2 times"));
        assertThat(label(wrong)).isEqualTo(
                "nobody becomes the current thread  - not verified: The layout has no object \"nobody\".");
        Workbench.settle();
        Workbench.page().showView("org.eclipse.debug.ui.BreakpointView");
        Screenshot.of(Workbench.shell(), "breakpoints-view");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "breakpoints-view-dark");
        Theme.light();
        open(wrong);
        Widgets.field(control(), "must be true").setText("root[9");
        assertThat(page().getMessage()).contains("Condition, column");
        Screenshot.of(dialog.getShell(), "breakpoint-page-not-verified");
        dialog.close();
        example.stopsAfter(() -> example.target().resume());
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("hits are shown", () -> label(hit).endsWith("  - hit 3 times"));
        example.target().terminate();
        Workbench.waitUntil("forgotten with the session", () -> label(hit).equals("CNodeCopy is decoded"));
    }

    @Test
    void aConditionIsEvaluatedInTheKernelsNames() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED).change(WalkBreakpoint.CONDITION, "length == 4");
        example.debug("cnode-copy.walk");
        Workbench.waitUntil("the programs have ended", () -> example.target().isSuspended());
        assertThat(example.target().stopState().orElseThrow().reason().name()).isEqualTo("END");
    }

    private static String label(IBreakpoint breakpoint) {
        return DebugUITools.newDebugModelPresentation().getText(breakpoint);
    }

    private void open(IBreakpoint breakpoint) {
        dialog = PreferencesUtil.createPropertyDialogOn(Workbench.shell(), breakpoint,
                "dev.trapwalk.debug.ui.breakpointPage", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Workbench.settle();
    }

    private BreakpointPage page() {
        return (BreakpointPage) dialog.getSelectedPage();
    }

    private Composite control() {
        return (Composite) page().getControl();
    }

    private static void select(Combo combo, String text) {
        combo.setText(text);
        assertThat(combo.getText()).isEqualTo(text);
        combo.notifyListeners(SWT.Selection, new Event());
    }
}
