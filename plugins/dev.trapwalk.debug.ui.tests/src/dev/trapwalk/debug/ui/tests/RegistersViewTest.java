package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Registers view: groups by what they are for. */
class RegistersViewTest {

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("registers");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void whatBelongsToTheProcessorStandsUnderControl() throws Exception {
        Tree tree = (Tree) ((AbstractDebugView) Workbench.page().showView(IDebugUIConstants.ID_REGISTER_VIEW))
                .getViewer().getControl();
        Workbench.waitUntil("the groups are listed, and can be opened", () -> row(tree.getItems(), "Control")
                .filter(control -> control.getItemCount() > 0).isPresent());
        TreeItem control = row(tree.getItems(), "Control").orElseThrow();
        control.setExpanded(true);
        Event expanded = new Event();
        expanded.item = control;
        tree.notifyListeners(SWT.Expand, expanded);
        Workbench.waitUntil("cr3 is the kernel's page table, and the stack pointer points into the kernel's stack",
                () -> value(control, "cr3").startsWith("0x")
                        && value(control, "kernelStackPointer").startsWith("0xffffff80")
                        && value(control, "inKernel").startsWith("1"));
        Screenshot.of(Workbench.shell(), "registers-control");
    }

    private static String value(TreeItem group, String register) {
        return row(group.getItems(), register).map(item -> item.getText(1)).orElse("");
    }

    private static Optional<TreeItem> row(TreeItem[] items, String name) {
        return Stream.of(items).filter(item -> item.getText().equals(name)).findFirst();
    }
}
