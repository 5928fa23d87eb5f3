package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/** sendFaultIPC: the handler needs the right to send, and one of the two rights that let it be answered. */
class FaultHandlerRightsTest {

    private static final int HANDLER = 5;

    private final PingPong pingPong = new PingPong();
    private final PhysicalMemory memory = pingPong.kernel().memory();

    @Test
    void sendAndGrantReplyIsEnough() {
        clientFaultsWith(1, 0, 1);
        assertDelivered();
    }

    @Test
    void sendAndGrantIsEnough() {
        clientFaultsWith(1, 1, 0);
        assertDelivered();
    }

    @Test
    void sendAloneIsNot() {
        clientFaultsWith(1, 0, 0);
        assertNobodyGetsIt();
    }

    @Test
    void grantWithoutSendIsNot() {
        clientFaultsWith(0, 1, 1);
        assertNobodyGetsIt();
    }

    private void clientFaultsWith(int canSend, int canGrant, int canGrantReply) {
        Cap handler = new Cap().clear(CapType.ENDPOINT);
        EndpointCap.PTR.set(handler, PingPong.ENDPOINT);
        EndpointCap.BADGE.set(handler, 0x99);
        EndpointCap.CAN_RECEIVE.set(handler, 1);
        EndpointCap.CAN_SEND.set(handler, canSend);
        EndpointCap.CAN_GRANT.set(handler, canGrant);
        EndpointCap.CAN_GRANT_REPLY.set(handler, canGrantReply);
        long cnode = CNodeCap.PTR.get(memory, Tcb.slot(PingPong.CLIENT, Tcb.CTABLE));
        handler.store(memory, cnode + HANDLER * Cte.BYTES);
        Tcb.FAULT_HANDLER.set(memory, PingPong.CLIENT, HANDLER);
        pingPong.kernel().traps().handle_interrupt(UserMode.INVALID_OPCODE, 0);
    }

    private void assertDelivered() {
        assertThat(pingPong.kernel().globals().curThread()).isEqualTo(PingPong.SERVER);
        assertThat(pingPong.kernel().cpu().get(Register.RDI)).isEqualTo(0x99);
        assertThat(MessageInfo.LABEL.in(pingPong.kernel().cpu().get(Register.RSI))).isEqualTo(Fault.USER_EXCEPTION);
        assertThat(state(PingPong.CLIENT)).isEqualTo(ThreadState.BLOCKED_ON_REPLY);
    }

    private void assertNobodyGetsIt() {
        assertThat(state(PingPong.CLIENT)).isEqualTo(ThreadState.INACTIVE);
        assertThat(state(PingPong.SERVER)).isEqualTo(ThreadState.BLOCKED_ON_RECEIVE);
        assertThat(Fault.TYPE.get(memory, PingPong.CLIENT + Tcb.FAULT)).as("no fault is kept").isZero();
    }

    private ThreadState state(long thread) {
        return ThreadState.of(Tcb.STATE.get(memory, thread));
    }
}
