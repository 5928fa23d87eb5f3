package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first ten minutes of a newcomer: open the example, debug it, stop inside the kernel, walk to the return. */
class DebugExampleTest {

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("debug-example");
        example.open("cnode-copy.walk");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void aCopyIsWalkedFromTheTrapToTheReturn() throws Exception {
        Example.breakAt("c_handle_syscall/entry", Mode.PASSED);
        Example.breakAt("fastpath_call/extra_caps", Mode.FAILS);
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");

        example.stopsIn("c_handle_syscall");
        assertThat(Workbench.page().findView(IDebugUIConstants.ID_DEBUG_VIEW)).isNotNull();
        assertThat(example.frames()).containsExactly("c_handle_syscall  entry", "handle_fastsyscall  kernel_stack",
                "cnode-copy.walk:39  seL4_CNode_Copy");
        assertThat(example.target().getName()).isEqualTo("seL4 machine of cnode-copy.walk");
        assertThat(example.thread().getName()).isEqualTo("client  Running  prio 100");
        assertThat(example.variables()).contains("cptr = 0x2", "msgInfo = CNodeCopy, 5 words, 1 cap",
                "syscall = Call (-1)");
        Screenshot.of(Workbench.shell(), "tour-1-trap");

        example.stopsAfter(() -> example.target().resume());
        example.stopsIn("fastpath_call");
        assertThat(example.variables()).contains("extraCaps = 1");
        Screenshot.of(Workbench.shell(), "tour-2-fastpath-check");

        example.stopsAfter(() -> example.target().resume());
        example.stopsIn("decodeCNodeInvocation");
        assertThat(example.frames()).containsExactly("decodeCNodeInvocation  entry", "decodeInvocation  is_arch",
                "handleInvocation  message_in_reach", "handleSyscall  entry", "slowpath  known_syscall",
                "fastpath_call  saved_fault", "c_handle_syscall  is_call", "handle_fastsyscall  kernel_stack",
                "cnode-copy.walk:39  seL4_CNode_Copy");
        assertThat(example.variables()).contains("label = CNodeCopy", "length = 5", "cap = cnode root");
        Screenshot.of(Workbench.shell(), "tour-3-decode");

        Example.removeBreakpoints();
        example.stopsAfter(() -> example.top().stepInto());
        assertThat(example.frames().get(0)).isEqualTo("decodeCNodeInvocation  label");
        example.stopsAfter(() -> example.top().stepReturn());
        assertThat(example.frames().get(0)).startsWith("decodeInvocation");
        while (!example.top().frame().isUser()) {
            example.stopsAfter(() -> example.top().stepOver());
        }
        assertThat(example.frames()).hasSize(1);
        assertThat(example.top().getLineNumber()).isEqualTo(39);
        Screenshot.of(Workbench.shell(), "tour-4-return");
    }

    @Test
    void goingOnWithoutBreakpointsReachesTheEndAndEveryExpectationHolds() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED).setEnabled(false);
        Example.breakAt("c_handle_syscall/entry", Mode.PASSED);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
        example.debug("cnode-copy.walk");
        Workbench.waitUntil("the programs have ended", () -> example.target().isSuspended());
        assertThat(example.target().stopState().orElseThrow().reason().name()).isEqualTo("END");
        Workbench.waitUntil("the last result is in the console", () -> example.console().contains("seL4_FailedLookup"));
        assertThat(example.console()).contains("seL4_CNode_Copy", "seL4_DeleteFirst", "seL4_FailedLookup (6)");
        Screenshot.of(Workbench.shell(), "end-of-the-walk");
    }
}
