package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/**
 * Somebody changed memory to what no kernel leaves there. Where the C kernel calls {@code fail()} the machine stops and
 * says so; where it has a rule even for that, the rule holds.
 */
class ChangedMemoryTest {

    private static final int FRAME = 0x1000;
    private static final int SPARE = 0x1010;

    private final PingPong pingPong = new PingPong();
    private final Machine machine = Machine.boot(KernelConfig.REFERENCE);
    private final RootTask root = machine.rootTask();

    /** activateThread knows Running, Restart and Idle only. */
    @Test
    void theCurrentThreadIsBlocked() {
        Tcb.STATE.set(machine.memory(), root.tcb(), ThreadState.BLOCKED_ON_REPLY.number());
        assertHalts(() -> machine.kernel().scheduler().activateThread(),
                "halt (activateThread: the current thread is blocked)");
    }

    /** handleReply takes a reply capability that is not the master's, or none. */
    @Test
    void theCallerSlotHoldsNoReplyCapability() {
        long caller = Tcb.slot(PingPong.CLIENT, Tcb.CALLER);
        new Cap().clear(CapType.ENDPOINT).store(pingPong.kernel().memory(), caller);
        assertHalts(() -> pingPong.syscall(Syscall.REPLY, 0, 0), "halt (handleReply: invalid caller cap)");
        Cap master = new Cap().clear(CapType.REPLY);
        ReplyCap.MASTER.set(master, 1);
        master.store(pingPong.kernel().memory(), caller);
        assertHalts(() -> pingPong.syscall(Syscall.REPLY, 0, 0), "halt (handleReply: invalid caller cap)");
    }

    @Test
    void theCallerSlotToBeSavedHoldsNoReplyCapability() {
        new Cap().clear(CapType.ENDPOINT).store(machine.memory(), Tcb.slot(root.tcb(), Tcb.CALLER));
        assertHalts(() -> root.call(RootSlots.CNODE, InvocationLabel.CNODE_SAVE_CALLER, new long[0], SPARE, 64),
                "halt (invokeCNodeSaveCaller: caller capability must be null or reply)");
    }

    /** cteDeleteOne has no second try: finaliseCap must leave nothing. */
    @Test
    void theCallerSlotHoldsACNode() {
        new Cap().clear(CapType.CNODE).store(machine.memory(), Tcb.slot(root.tcb(), Tcb.CALLER));
        assertHalts(() -> machine.kernel().threads().deleteCallerCap(root.tcb()),
                "halt (finaliseCap: failed to finalise immediately)");
    }

    /** Mode_decodeInvocation answers even for a type that does not exist; it cannot be copied, nor deleted. */
    @Test
    void aCapabilityHasATypeThatDoesNotExist() {
        machine.memory().write(slot(SPARE), 17L << 59);
        assertThat(root.call(SPARE, InvocationLabel.X86_PAGE_DIRECTORY_UNMAP, new long[0]))
                .isEqualTo(SyscallError.INVALID_CAPABILITY);
        assertThat(root.reply(0)).isZero();
        assertHalts(() -> root.call(RootSlots.CNODE, InvocationLabel.CNODE_COPY, new long[] {RootSlots.CNODE},
                SPARE + 1, 64, SPARE, 64, 15), "halt (Mode_deriveCap: invalid arch cap type)");
        assertHalts(() -> root.call(RootSlots.CNODE, InvocationLabel.CNODE_DELETE, new long[0], SPARE, 64),
                "halt (Mode_finaliseCap: invalid arch cap type)");
    }

    /** A frame with an ASID but no map type: mapped and not mapped. */
    @Test
    void aFrameIsMappedNowhere() {
        root.retype(RootSlots.firstUntyped(), ObjectType.PAGE_4K, 0, FRAME, 1);
        FrameCap.MAPPED_ASID.set(machine.memory(), slot(FRAME), 1);
        assertHalts(() -> root.call(FRAME, InvocationLabel.X86_PAGE_UNMAP, new long[0]),
                "halt (performX86FrameInvocationUnmap: mapped frame cap was not mapped)");
        assertHalts(() -> root.call(RootSlots.CNODE, InvocationLabel.CNODE_DELETE, new long[0], FRAME, 64),
                "halt (Mode_finaliseCap: invalid map type)");
    }

    private static void assertHalts(ThrowingCallable code, String what) {
        assertThatThrownBy(code).isInstanceOf(NotModelledException.class).hasMessage("not modelled: " + what);
    }

    private static long slot(int index) {
        return PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) index * Cte.BYTES;
    }
}
