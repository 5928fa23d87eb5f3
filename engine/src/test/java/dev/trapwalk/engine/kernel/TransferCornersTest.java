package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/** Messages whose sender or receiver changed between the system call and the transfer (doNormalTransfer, copyMRs). */
class TransferCornersTest {

    private static final long CLIENT_BUFFER = PingPong.ENDPOINT + 0x10000;
    private static final long SERVER_BUFFER = CLIENT_BUFFER + 0x1000;
    private static final long LABEL = 0x55;
    private static final int WORDS = 6;
    private static final long INFO = MessageInfo.of(LABEL, 0, 1, WORDS);

    private final PingPong pingPong = new PingPong();
    private final PhysicalMemory memory = pingPong.kernel().memory();

    @BeforeEach
    void theClientIsBlockedSendingACapability() {
        setBuffer(PingPong.CLIENT, CLIENT_BUFFER, FrameCap.VM_READ_WRITE);
        setBuffer(PingPong.SERVER, SERVER_BUFFER, FrameCap.VM_READ_WRITE);
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, 0);
        pingPong.syscall(Syscall.REPLY, PingPong.EP_CPTR, 0);
        pingPong.syscall(Syscall.YIELD, 0, 0);
        assertThat(current()).isEqualTo(PingPong.CLIENT);
        memory.write(CLIENT_BUFFER + 8L * IpcBuffer.CAPS_OR_BADGES, PingPong.EP_CPTR);
        for (int i = Register.MESSAGE_REGISTERS; i < WORDS; i++) {
            memory.write(CLIENT_BUFFER + 8L * (IpcBuffer.MESSAGE + i), 0x100 + i);
        }
        pingPong.syscall(Syscall.SEND, PingPong.EP_CPTR, INFO);
        assertThat(current()).isEqualTo(PingPong.SERVER);
        assertThat(state(PingPong.CLIENT)).isEqualTo(ThreadState.BLOCKED_ON_SEND);
    }

    @Test
    void anEndpointSentOverItselfIsUnwrapped() {
        pingPong.syscall(Syscall.RECV, PingPong.EP_CPTR, 0);
        assertReceived(MessageInfo.of(LABEL, 1, 1, WORDS));
        assertThat(memory.read(SERVER_BUFFER + 8L * (IpcBuffer.MESSAGE + 5))).isEqualTo(0x105);
    }

    /** lookupExtraCaps fails for the sender at the transfer: the message goes without capabilities, nobody faults. */
    @Test
    void aSenderThatLostItsCSpaceSendsTheWordsOnly() {
        memory.write(Tcb.slot(PingPong.CLIENT, Tcb.CTABLE), 0);
        pingPong.syscall(Syscall.RECV, PingPong.EP_CPTR, 0);
        assertReceived(MessageInfo.of(LABEL, 0, 0, WORDS));
        assertThat(state(PingPong.CLIENT)).isEqualTo(ThreadState.RUNNING);
    }

    /** A buffer that may only be read is none to receive into, but one to send from (lookupIPCBuffer). */
    @Test
    void aReceiverWithAReadOnlyBufferGetsTheRegistersOnly() {
        setBuffer(PingPong.SERVER, SERVER_BUFFER, FrameCap.VM_READ_ONLY);
        pingPong.syscall(Syscall.RECV, PingPong.EP_CPTR, 0);
        assertReceived(MessageInfo.of(LABEL, 0, 0, Register.MESSAGE_REGISTERS));
    }

    @Test
    void aSenderWithAReadOnlyBufferSendsAll() {
        setBuffer(PingPong.CLIENT, CLIENT_BUFFER, FrameCap.VM_READ_ONLY);
        pingPong.syscall(Syscall.RECV, PingPong.EP_CPTR, 0);
        assertReceived(MessageInfo.of(LABEL, 1, 1, WORDS));
    }

    @Test
    void aSenderWhoseBufferOnlyTheKernelMayReadSendsTheRegistersOnly() {
        setBuffer(PingPong.CLIENT, CLIENT_BUFFER, FrameCap.VM_KERNEL_ONLY);
        pingPong.syscall(Syscall.RECV, PingPong.EP_CPTR, 0);
        assertReceived(MessageInfo.of(LABEL, 0, 0, Register.MESSAGE_REGISTERS));
    }

    private void assertReceived(long info) {
        assertThat(current()).isEqualTo(PingPong.SERVER);
        assertThat(pingPong.kernel().cpu().get(Register.RSI)).isEqualTo(info);
    }

    private void setBuffer(long tcb, long at, int rights) {
        Cap frame = new Cap().clear(CapType.FRAME);
        FrameCap.BASE_PTR.set(frame, at);
        FrameCap.VM_RIGHTS.set(frame, rights);
        frame.store(memory, Tcb.slot(tcb, Tcb.BUFFER));
        Tcb.IPC_BUFFER.set(memory, tcb, 0x10000000);
    }

    private long current() {
        return pingPong.kernel().globals().curThread();
    }

    private ThreadState state(long thread) {
        return ThreadState.of(Tcb.STATE.get(memory, thread));
    }
}
