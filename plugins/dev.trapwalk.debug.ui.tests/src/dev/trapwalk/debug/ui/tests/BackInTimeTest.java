package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.command.BackCommand;
import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.engine.session.Granularity;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.commands.IDebugCommandHandler;
import org.eclipse.debug.internal.core.commands.DebugCommandRequest;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
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
