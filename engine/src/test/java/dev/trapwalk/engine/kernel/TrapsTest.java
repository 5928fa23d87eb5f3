package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import org.junit.jupiter.api.Test;

/** Kernel entries that the recordings do not have: other configurations, software traps, spurious interrupts. */
class TrapsTest {

    private final List<String> functions = new ArrayList<>();
    private long unknownSyscall;

    @Test
    void withoutFastpathEachCallTakesTheSlowPath() {
        PingPong pingPong = watched(KernelConfig.REFERENCE.withFastpath(false));
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, 0);
        assertThat(functions).startsWith("handle_fastsyscall", "c_handle_syscall", "slowpath", "handleSyscall");
        assertThat(pingPong.kernel().globals().curThread()).isEqualTo(PingPong.SERVER);
    }

    @Test
    void trackedEntriesTellSystemCallCapabilityAndPath() {
        KernelConfig tracked = new KernelConfig(true, 1, 5, 0, false, true, 256, 100);
        PingPong pingPong = watched(tracked);
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, MessageInfo.of(77, 0, 0, 0));
        assertThat(functions).containsSubsequence("c_handle_syscall", "lookupCapAndSlot", "fastpath_call");
        assertThat(word(pingPong, KernelGlobals.KS_KERNEL_ENTRY_WORD)).isEqualTo(-Syscall.CALL.number());
        assertThat(word(pingPong, KernelGlobals.KS_KERNEL_ENTRY_CAP_TYPE)).isEqualTo(CapType.ENDPOINT.tag());
        assertThat(word(pingPong, KernelGlobals.KS_KERNEL_ENTRY_INVOCATION_TAG)).isEqualTo(77);
        assertThat(word(pingPong, KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH)).isEqualTo(1);
        pingPong.syscall(Syscall.NB_SEND, PingPong.EP_CPTR, 0);
        assertThat(word(pingPong, KernelGlobals.KS_KERNEL_ENTRY_IS_FASTPATH)).isZero();
    }

    @Test
    void softwareTrapIsAnUnknownSystemCallAtItsOwnInstruction() {
        PingPong pingPong = watched(KernelConfig.REFERENCE);
        Cpu cpu = pingPong.kernel().cpu();
        cpu.set(Register.RAX, 0x12345678);
        cpu.set(Register.NEXT_IP, 0x400002);
        pingPong.kernel().traps().handle_interrupt(0xa0, 0);
        assertThat(functions).contains("handleUnknownSyscall", "handleDoubleFault");
        assertThat(unknownSyscall).isEqualTo(0xffff_ffff_a034_5678L);
        assertThat(Tcb.register(pingPong.kernel().memory(), PingPong.CLIENT, Register.FAULT_IP)).isEqualTo(0x400000);
        assertThat(Tcb.STATE.get(pingPong.kernel().memory(), PingPong.CLIENT)).as("there is no fault handler")
                .isEqualTo(ThreadState.INACTIVE.number());
    }

    @Test
    void spuriousInterruptLeavesEveryRegisterAlone() {
        PingPong pingPong = watched(KernelConfig.REFERENCE);
        Cpu cpu = pingPong.kernel().cpu();
        for (Register register : Register.values()) {
            if (register.ordinal() < Register.CS.ordinal()) {
                cpu.set(register, 0x5000 + register.ordinal());
            }
        }
        Tcb.setRegister(pingPong.kernel().memory(), PingPong.CLIENT, Register.CS, cpu.get(Register.CS));
        Tcb.setRegister(pingPong.kernel().memory(), PingPong.CLIENT, Register.SS, cpu.get(Register.SS));
        long[] before = Arrays.stream(Register.values()).mapToLong(cpu::get).toArray();
        pingPong.kernel().traps().handle_interrupt(255, 0);
        assertThat(Arrays.stream(Register.values()).mapToLong(cpu::get).toArray()).isEqualTo(before);
        assertThat(functions).containsExactly("handle_interrupt", "c_x64_handle_interrupt", "c_handle_interrupt",
                "restore_user_context");
    }

    private PingPong watched(KernelConfig config) {
        PingPong pingPong = new PingPong(config);
        boolean[] armed = new boolean[Catalogue.size()];
        Arrays.fill(armed, true);
        pingPong.kernel().path().attach((point, outcome, a, b, c, d) -> {
            if (point.kind() == KernelPoint.Kind.ENTRY) {
                functions.add(point.function().name());
                if (point.function().name().equals("handleUnknownSyscall")) {
                    unknownSyscall = a;
                }
            }
        }, armed);
        return pingPong;
    }

    private static long word(PingPong pingPong, long address) {
        return pingPong.kernel().memory().read(address);
    }
}
