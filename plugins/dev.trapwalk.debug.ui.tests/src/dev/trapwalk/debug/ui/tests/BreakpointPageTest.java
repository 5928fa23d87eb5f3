package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.ui.breakpoints.BreakpointPage;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A breakpoint's properties, and what they do in a session. */
class BreakpointPageTest {

    private Example example;

    @BeforeEach
    void makeTheExample() throws Exception {
        example = new Example("breakpoint-page");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void theConditionOfThePageDecidesWhereItStops() throws Exception {
        KernelPointBreakpoint breakpoint = Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        PreferenceDialog dialog = PreferencesUtil.createPropertyDialogOn(Workbench.shell(), breakpoint,
                "dev.trapwalk.debug.ui.breakpointPage", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        BreakpointPage page = (BreakpointPage) dialog.getSelectedPage();
        field(page.getControl(), "third").setText("often");
        assertThat(page.isValid()).isFalse();
        field(page.getControl(), "third").setText("2");
        assertThat(page.isValid()).isTrue();
        Screenshot.of(dialog.getShell(), "breakpoint-page");
        page.performOk();
        dialog.close();

        assertThat(breakpoint.attribute(WalkBreakpoint.HIT_COUNT)).isEqualTo("2");
        assertThat(label(breakpoint)).isEqualTo("decodeCNodeInvocation: entry  [hits 2]");
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        assertThat(example.frames()).last().isEqualTo("cnode-copy.walk:42  seL4_CNode_Copy");
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

    private static Text field(Control control, String hint) {
        if (control instanceof Text text && text.getMessage().contains(hint)) {
            return text;
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Text found = field(child, hint);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
