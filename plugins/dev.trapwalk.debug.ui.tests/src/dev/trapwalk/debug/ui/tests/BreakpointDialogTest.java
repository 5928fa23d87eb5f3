package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.breakpoints.BreakpointDialog;
import dev.trapwalk.debug.ui.breakpoints.form.PointForm;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.script.LocationText;
import java.util.List;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One dialog sets breakpoints of every kind; what can be chosen comes from the kernel and from the open scenario. */
class BreakpointDialogTest {

    private static Example example;
    private BreakpointDialog dialog;

    @BeforeAll
    static void openTheScenario() throws Exception {
        example = new Example("breakpoint-dialog");
        example.open("cnode-copy.walk");
    }

    @AfterAll
    static void closeTheScenario() throws Exception {
        example.close();
    }

    @BeforeEach
    void open() {
        dialog = new BreakpointDialog(Workbench.shell(), BreakpointKind.POINT);
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    @AfterEach
    void close() throws Exception {
        dialog.close();
        Example.removeBreakpoints();
    }

    @Test
    void aCheckMayStopOnOneOutcomeOnly() throws Exception {
        assertThat(ok().isEnabled()).isFalse();
        KernelPoint length = KernelCatalogue.point("fastpath_call/length").orElseThrow();
        tree(length);
        Button fails = Widgets.button(dialog.getShell(), "Stops when the check &fails");
        assertThat(fails.isEnabled()).isTrue();
        Widgets.press(fails);
        dialog.condition().control().setText("length > 5");
        Screenshot.of(dialog.getShell(), "breakpoint-dialog-POINT");
        Theme.dark();
        Screenshot.of(dialog.getShell(), "breakpoint-dialog-POINT-dark");
        Theme.light();
        Widgets.press(ok());
        KernelBreakpoint set = KernelBreakpoints.find(LocationText.read("point fastpath_call/length fails"))
                .orElseThrow();
        assertThat(set.attribute(WalkBreakpoint.CONDITION)).isEqualTo("length > 5");
    }

    @Test
    void aFunctionStandsForItsEntryWhichHasNoOutcome() {
        tree(KernelCatalogue.point("sendIPC/entry").orElseThrow().function());
        assertThat(Widgets.button(dialog.getShell(), "Stops when the check &fails").isEnabled()).isFalse();
        Widgets.press(ok());
        assertThat(KernelBreakpoints.find(LocationText.read("point sendIPC/entry"))).isPresent();
    }

    @Test
    void aWrongConditionIsSaidWithItsColumn() throws Exception {
        tree(KernelCatalogue.point("fastpath_call/length").orElseThrow());
        Workbench.waitUntil("names are known", () -> {
            dialog.condition().control().setText("length > 4 && clent == 0");
            return dialog.getMessage().contains("column 15");
        });
        assertThat(dialog.getMessage()).contains("Condition, column 15: Nothing is named \"clent\" here.");
        Screenshot.of(dialog.getShell(), "breakpoint-dialog-condition");
        dialog.condition().control().setText("length > 4 && client.priority == 100");
        assertThat(dialog.getMessage()).doesNotContain("column");
    }

    @ParameterizedTest
    @EnumSource(value = BreakpointKind.class, names = {"POINT", "WATCH"}, mode = EnumSource.Mode.EXCLUDE)
    void eachKindCanBeSetAsItIsOffered(BreakpointKind kind) throws Exception {
        dialog.choose(kind);
        assertThat(ok().isEnabled()).isTrue();
        Screenshot.of(dialog.getShell(), "breakpoint-dialog-" + kind);
        Widgets.press(ok());
        assertThat(KernelBreakpoints.all()).hasSize(1);
        assertThat(((KernelBreakpoint) KernelBreakpoints.all().get(0)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM_CALL, 0, seL4_Call (-1), syscall -1 any", "SYSTEM_CALL, 1, 0x9, syscall any 9",
        "INVOCATION, 0, CNodeMint, invocation CNodeMint any", "INVOCATION, 1, cnode, invocation any cnode",
        "ERROR, 0, seL4_DeleteFirst (8), error seL4_DeleteFirst", "FAULT, 0, VMFault, fault VMFault",
        "THREAD_SWITCH, 0, client, switch client"})
    void aChoiceNarrowsIt(BreakpointKind kind, int input, String choice, String location) {
        dialog.choose(kind);
        Combo combo = Widgets.combos(dialog.getShell()).get(input);
        if (kind == BreakpointKind.THREAD_SWITCH) {
            Workbench.waitUntil("the threads are offered", () -> List.of(combo.getItems()).contains("client"));
        }
        combo.setText(choice);
        Widgets.press(ok());
        assertThat(KernelBreakpoints.find(LocationText.read(location))).isPresent();
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndNotSet() {
        dialog.choose(BreakpointKind.SYSTEM_CALL);
        Widgets.combos(dialog.getShell()).get(1).setText("nine");
        assertThat(ok().isEnabled()).isFalse();
        assertThat(dialog.getMessage()).contains("The CPtr must be a number");
    }

    @ParameterizedTest
    @CsvSource({"capability slot, root, 9, watch slot root 9",
        "'field of a TCB, endpoint or notification', ep, epQueue_head, watch field ep epQueue_head",
        "MDB links of a slot, client, 3 (tcbCaller), watch mdb client 3", "ready queue, 100, 0, watch queue 0 100",
        "variable of the kernel, ksCurThread, '', watch global ksCurThread",
        "words of memory, 0xffffff8000001000, 16, watch memory 0xffffff8000001000 16"})
    void aWatchAsksForWhatItIsAbout(String what, String first, String second, String location) throws Exception {
        dialog.choose(BreakpointKind.WATCH);
        assertThat(ok().isEnabled()).isFalse();
        List<Combo> combos = Widgets.combos(dialog.getShell());
        combos.get(0).setText(what);
        if (!first.matches("ks.*|0x.*|100")) {
            Workbench.waitUntil("the names are offered", () -> List.of(combos.get(1).getItems()).contains(first));
        }
        combos.get(1).setText(first);
        combos.get(2).setText(second);
        assertThat(dialog.getMessage()).startsWith("Stops at the first kernel point after the access");
        Screenshot.of(dialog.getShell(), "breakpoint-dialog-WATCH-" + location.split(" ")[1]);
        Widgets.press(ok());
        assertThat(KernelBreakpoints.find(LocationText.read(location))).isPresent();
    }

    private void tree(Object element) {
        ((PointForm) dialog.form()).tree().setSelection(new StructuredSelection(element), true);
    }

    private Button ok() {
        return Widgets.button(dialog.getShell(), "Set &Breakpoint");
    }
}
