package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.machine.Register;

/** TCB_SetTLSBase takes any word (invokeSetTLSBase); the processor sees it when the thread next runs. */
class SegmentBaseTest {

    private static final int OTHER = 0x1000;
    private static final long NOT_CANONICAL = 0x0000_8000_0000_0000L;

    private final Machine machine = Machine.boot(KernelConfig.REFERENCE);

    @Test
    void theBaseOfTheRunningThreadIsLoadedOnTheWayOut() {
        assertThat(setTlsBase(RootSlots.TCB, 0xffff_8000_0000_0000L)).isEqualTo(SyscallError.NO_ERROR);
        assertThat(machine.cpu().get(Register.FS_BASE)).isEqualTo(0xffff_8000_0000_0000L);
    }

    @Test
    void aBaseThatTheProcessorRefusesHaltsTheKernel() {
        assertThatThrownBy(() -> setTlsBase(RootSlots.TCB, NOT_CANONICAL)).isInstanceOf(NotModelledException.class)
                .hasMessage("not modelled: handleKernelException (x86_load_fsgs_base: FS_BASE 0x800000000000"
                        + " is no canonical address, so the kernel halts)");
    }

    @Test
    void theBaseOfAThreadThatNeverRunsHarmsNobody() {
        machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.TCB, 0, OTHER, 1);
        assertThat(setTlsBase(OTHER, NOT_CANONICAL)).isEqualTo(SyscallError.NO_ERROR);
        machine.rootTask().yield();
        assertThat(machine.rootTask().isRunning()).isTrue();
    }

    private SyscallError setTlsBase(int tcb, long base) {
        return machine.rootTask().call(tcb, InvocationLabel.TCB_SET_TLS_BASE, new long[0], base);
    }
}
