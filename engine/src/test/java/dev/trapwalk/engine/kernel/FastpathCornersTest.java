package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * Where the fastpath gives up because a thread lost its CSpace or VSpace while it waited, and what the slow path makes
 * of it. The rules are those of fastpath_call, fastpath_reply_recv and lookup_fp (fastpath.c, fastpath.h): they look
 * only, so that the slow path starts from an unchanged state.
 */
class FastpathCornersTest {

    private final PingPong pingPong = new PingPong();
    private final PhysicalMemory memory = pingPong.kernel().memory();
    private final List<String> functions = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @BeforeEach
    void watch() {
        boolean[] armed = new boolean[Catalogue.size()];
        Arrays.fill(armed, true);
        pingPong.kernel().path().attach((point, outcome, a, b, c, d) -> {
            if (point.kind() == KernelPoint.Kind.ENTRY) {
                functions.add(point.function().name());
            } else if (!outcome && point.function().name().startsWith("fastpath_")) {
                failed.add(point.name());
            }
        }, armed);
    }

    /** isValidVTableRoot_fp asks for a PML4 that is mapped; setVMRoot then falls back to the kernel's own tables. */
    @Test
    void aReceiverWithoutVSpaceGetsTheMessageOnTheSlowPath() {
        memory.write(Tcb.slot(PingPong.SERVER, Tcb.VTABLE), 0);
        callWord(0x77);
        assertThat(failed).containsExactly("dest_vspace_invalid");
        assertThat(functions).containsSubsequence("slowpath", "sendIPC", "setupCallerCap", "setVMRoot");
        assertRuns(PingPong.SERVER);
        assertThat(pingPong.kernel().cpu().get(Register.message(0))).isEqualTo(0x77);
        assertThat(pingPong.kernel().cpu().cr3()).isEqualTo(PhysicalMemory.paddr(KernelGlobals.X64KS_SKIM_PML4));
    }

    @Test
    void aReceiverWhoseVSpaceHasNoAsidGetsTheMessageOnTheSlowPath() {
        Pml4Cap.IS_MAPPED.set(memory, Tcb.slot(PingPong.SERVER, Tcb.VTABLE), 0);
        callWord(0x77);
        assertThat(failed).containsExactly("dest_vspace_invalid");
        assertRuns(PingPong.SERVER);
    }

    @Test
    void aCallerWithoutVSpaceIsAnsweredOnTheSlowPath() {
        callWord(0);
        memory.write(Tcb.slot(PingPong.CLIENT, Tcb.VTABLE), 0);
        pingPong.syscall(Syscall.REPLY_RECV, PingPong.EP_CPTR, 0);
        assertThat(failed).containsExactly("caller_vspace_invalid");
        assertThat(functions).containsSubsequence("slowpath", "handleReply", "doReplyTransfer", "handleRecv",
                "receiveIPC");
        assertRuns(PingPong.CLIENT);
        assertThat(state(PingPong.SERVER)).isEqualTo(ThreadState.BLOCKED_ON_RECEIVE);
    }

    /** lookupSlot fails with an invalid root, and so does the lookup of the fault handler: the thread ends inactive. */
    @Test
    void aCallWithoutCSpaceFindsNeitherEndpointNorFaultHandler() {
        memory.write(Tcb.slot(PingPong.CLIENT, Tcb.CTABLE), 0);
        callWord(0);
        assertThat(failed).containsExactly("lookup_root_not_cnode");
        assertThat(functions).containsSubsequence("slowpath", "handleInvocation", "handleFault", "sendFaultIPC",
                "handleDoubleFault").doesNotContain("decodeInvocation");
        assertThat(state(PingPong.CLIENT)).isEqualTo(ThreadState.INACTIVE);
        assertThat(Fault.TYPE.get(memory, PingPong.CLIENT + Tcb.FAULT)).as("no fault is kept").isZero();
        assertThat(state(PingPong.SERVER)).isEqualTo(ThreadState.BLOCKED_ON_RECEIVE);
        assertRuns(pingPong.kernel().globals().idleThread());
    }

    /** handleReply comes before handleRecv: the reply is delivered although the server then faults. */
    @Test
    void aServerWithoutCSpaceStillReplies() {
        callWord(0);
        memory.write(Tcb.slot(PingPong.SERVER, Tcb.CTABLE), 0);
        pingPong.kernel().cpu().set(Register.message(0), 0x88);
        pingPong.syscall(Syscall.REPLY_RECV, PingPong.EP_CPTR, 1);
        assertThat(failed).containsExactly("lookup_root_not_cnode");
        assertThat(state(PingPong.SERVER)).isEqualTo(ThreadState.INACTIVE);
        assertRuns(PingPong.CLIENT);
        assertThat(pingPong.kernel().cpu().get(Register.message(0))).isEqualTo(0x88);
        assertThat(pingPong.kernel().cpu().get(Register.RSI)).isEqualTo(1);
    }

    /** lookup_fp goes on past the last bit and only then sees it; resolveAddressBits has a depth mismatch. */
    @Test
    void aCSpaceThatResolvesMoreThanAllBitsIsADepthMismatch() {
        callWord(0);
        CNodeCap.RADIX.set(memory, Tcb.slot(PingPong.SERVER, Tcb.CTABLE), 7);
        pingPong.syscall(Syscall.REPLY_RECV, PingPong.EP_CPTR, 0);
        assertThat(failed).containsExactly("lookup_depth_overshoot");
        assertThat(functions).containsSubsequence("handleReply", "doReplyTransfer", "handleRecv", "resolveAddressBits",
                "handleFault", "handleDoubleFault");
        assertThat(state(PingPong.SERVER)).isEqualTo(ThreadState.INACTIVE);
        assertRuns(PingPong.CLIENT);
    }

    private void callWord(long word) {
        pingPong.kernel().cpu().set(Register.message(0), word);
        functions.clear();
        failed.clear();
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, 1);
        if (failed.isEmpty()) {
            functions.clear();
        }
    }

    private void assertRuns(long thread) {
        assertThat(pingPong.kernel().globals().curThread()).isEqualTo(thread);
    }

    private ThreadState state(long thread) {
        return ThreadState.of(Tcb.STATE.get(memory, thread));
    }
}
