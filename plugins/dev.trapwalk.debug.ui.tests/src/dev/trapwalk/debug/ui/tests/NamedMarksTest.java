package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.timeline.NameMarkHandler;
import dev.trapwalk.debug.ui.timeline.TimelineView;
import dev.trapwalk.debug.ui.travel.GoToMarkHandler;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Map;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mark gets a name, flies as a flag in the Timeline, and is found again by its name. */
class NamedMarksTest {

    private Example example;
    private TimelineView timeline;

    @BeforeEach
    void stopAtTheRefusedCopy() throws Exception {
        example = new Example("named-marks");
        example.open("cnode-copy.walk");
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.settle();
        timeline = (TimelineView) Workbench.page().showView(TimelineView.ID);
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void aNamedMarkIsAFlagAndIsFoundByItsName() throws Exception {
        Mark refused = Mark.parse(example.mark()).orElseThrow();
        write("refused");
        PlatformUI.getWorkbench().getService(IHandlerService.class)
                .executeCommand("dev.trapwalk.debug.ui.nameMark", null);
        NameMarkHandler.name(window(), example.target(), new Mark(1, 1), "first");
        Workbench.waitUntil("both flags fly", () -> timeline.flags().equals(
                Map.of("refused", refused, "first", new Mark(1, 1))));
        Workbench.waitUntil("the entries are drawn", () -> !timeline.texts().isEmpty());
        Screenshot.of(Workbench.shell(), "timeline-flags");
        example.stopsAfter(() -> example.target().move(new Command.Jump(Mark.START), null));
        example.stopsAfter(() -> GoToMarkHandler.go(window(), "refused"));
        assertThat(example.mark()).isEqualTo(refused.toString());
        NameMarkHandler.forget(window(), example.target(), "first");
        Workbench.waitUntil("one flag is left", () -> timeline.flags().equals(Map.of("refused", refused)));
        example.terminate();
    }

    /** Writes into the dialog that will open, and presses OK. */
    private static void write(String name) {
        Dialogs.whenOpen(InputDialog.class, dialog -> {
            Text field = Widgets.all(dialog, Text.class).stream()
                    .filter(text -> (text.getStyle() & SWT.READ_ONLY) == 0 && text.isVisible())
                    .findFirst().orElseThrow();
            Button ok = Widgets.button(dialog, "OK");
            field.setText("two words");
            assertThat(ok.isEnabled()).isFalse();
            field.setText(name);
            Widgets.press(ok);
        });
    }

    private static IWorkbenchWindow window() {
        return Workbench.page().getWorkbenchWindow();
    }
}
