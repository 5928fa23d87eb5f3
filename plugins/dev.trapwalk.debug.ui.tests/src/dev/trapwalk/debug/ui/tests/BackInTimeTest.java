package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.BackCommand;
import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.ui.command.BackHandler;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.internal.core.commands.DebugCommandRequest;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.UIElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "One step too far": going back is as cheap as going on. */
class BackInTimeTest {

    private Example example;

    @BeforeEach
    void stopInTheKernel() throws Exception {
        example = new Example("back-in-time");
        Example.breakAt("c_handle_syscall/entry", Mode.PASSED);
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("c_handle_syscall");
        example.stopsAfter(() -> example.target().resume());
        example.stopsIn("decodeCNodeInvocation");
    }

    @AfterEach
    void close() throws Exception {
        StepGranularity.choose(Granularity.POINT);
        example.close();
    }

    @Test
    void aStepBackUndoesAStep() throws Exception {
        String mark = example.mark();
        example.stopsAfter(() -> example.top().stepInto());
        assertThat(example.mark()).isNotEqualTo(mark);
        example.stopsAfter(() -> back(BackCommand.Into.class));
        assertThat(example.mark()).isEqualTo(mark);
        example.stopsAfter(() -> back(BackCommand.Return.class));
        assertThat(example.frames().get(0)).startsWith("decodeInvocation");
    }

    @Test
    void reverseResumeGoesBackToTheBreakpointPassedLast() throws Exception {
        example.stopsAfter(() -> back(BackCommand.Resume.class));
        example.stopsIn("c_handle_syscall");
    }

    @Test
    void aStepCanBeAPhase() throws Exception {
        StepGranularity.choose(Granularity.PHASE);
        example.stopsAfter(() -> back(BackCommand.Into.class));
        assertThat(example.frames().get(0)).doesNotStartWith("decodeCNodeInvocation")
                .doesNotStartWith("decodeInvocation  is_arch");
    }

    /** Asked as the tool bar asks, and waited for: the reason is told anew when the status line is drawn. */
    @Test
    void aCommandThatCannotBeUsedSaysWhyInItsTooltip() throws Exception {
        Workbench.waitUntil("there is a way back", () -> tooltip().equals("Step Back Into"));
        example.stopsAfter(() -> example.target().move(new Command.Jump(new Mark(0, 0)), null));
        Workbench.waitUntil("the reason is told: " + tooltip(),
                () -> tooltip().equals("Step Back Into: not now. The history begins here."));
        example.stopsAfter(() -> example.target().resume());
        Workbench.waitUntil("there is a way back again", () -> tooltip().equals("Step Back Into"));
        example.terminate();
        Workbench.waitUntil("the reason is that there is no machine", () -> tooltip().contains("not now"));
    }

    private static String tooltip() {
        AtomicReference<String> tooltip = new AtomicReference<>("");
        new BackHandler.Into().updateElement(new UIElement(PlatformUI.getWorkbench()) {
            @Override
            public void setTooltip(String text) {
                tooltip.set(text);
            }

            @Override
            public void setText(String text) {
                // Only the tooltip is of interest.
            }

            @Override
            public void setIcon(ImageDescriptor icon) {
                // Only the tooltip is of interest.
            }

            @Override
            public void setDisabledIcon(ImageDescriptor icon) {
                // Only the tooltip is of interest.
            }

            @Override
            public void setHoverIcon(ImageDescriptor icon) {
                // Only the tooltip is of interest.
            }

            @Override
            public void setChecked(boolean checked) {
                // Only the tooltip is of interest.
            }
        }, Map.of());
        return tooltip.get();
    }

    @Test
    void everyCommandHasAHandler() {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        for (String id : new String[] {"reverseResume", "stepBackInto", "stepBackOver", "stepBackReturn",
            "breakAtPoint", "granularity"}) {
            assertThat(commands.getCommand("dev.trapwalk.debug.ui." + id).isHandled()).as(id).isTrue();
        }
    }

    private void back(Class<? extends IDebugCommandHandler> command) {
        example.top().getAdapter(command).execute(new DebugCommandRequest(new Object[] {example.top()}));
    }
}
