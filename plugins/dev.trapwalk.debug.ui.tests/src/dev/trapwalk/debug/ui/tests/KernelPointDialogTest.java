package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.ui.breakpoints.KernelPointDialog;
import dev.trapwalk.engine.point.KernelPoint;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelPointDialogTest {

    private KernelPointDialog dialog;

    @BeforeEach
    void open() {
        dialog = new KernelPointDialog(Workbench.shell());
        dialog.setBlockOnOpen(false);
        dialog.open();
        Workbench.settle();
    }

    @AfterEach
    void close() {
        dialog.close();
    }

    @Test
    void aCheckMayStopOnOneOutcomeOnly() throws Exception {
        KernelPoint length = KernelCatalogue.point("fastpath_call/length").orElseThrow();
        dialog.tree().setSelection(new StructuredSelection(length), true);
        Workbench.settle();
        assertThat(dialog.chosen()).contains(length);
        assertThat(button(dialog.getShell(), "Stop when the check &fails").isEnabled()).isTrue();
        Screenshot.of(dialog.getShell(), "kernel-point-dialog");
    }

    @Test
    void aFunctionStandsForItsEntryWhichHasNoOutcome() {
        dialog.tree().setSelection(new StructuredSelection(
                KernelCatalogue.point("sendIPC/entry").orElseThrow().function()), true);
        assertThat(dialog.chosen().orElseThrow().id()).isEqualTo("sendIPC/entry");
        assertThat(button(dialog.getShell(), "Stop when the check &fails").isEnabled()).isFalse();
    }

    private static Button button(Composite parent, String text) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Button button && (button.getStyle() & SWT.RADIO) != 0
                    && button.getText().equals(text)) {
                return button;
            }
            Button within = child instanceof Composite inner ? button(inner, text) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }
}
