package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.trapwalk.engine.PingPong;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import org.junit.jupiter.api.Test;

/** What the syscall instruction does before any C code runs, and what it costs the Java heap. */
class SystemCallEntryTest {

    private static final int ROUNDS = 20_000;
    /** Asking for the number of allocated bytes may itself cost a few. */
    private static final long LESS_THAN_ONE_BYTE_EACH = ROUNDS;
    /** More words than registers: the fastpath leaves that to the slow path. */
    private static final long FIVE_WORDS = 5;

    private final PingPong pingPong = new PingPong();
    private final PhysicalMemory memory = pingPong.kernel().memory();
    private final Cpu cpu = pingPong.kernel().cpu();

    @Test
    void savesTheContextInTheOrderOfThePushes() {
        for (Register register : Register.values()) {
            Tcb.setRegister(memory, PingPong.CLIENT, register, 0xbad);
            if (register != Register.NEXT_IP && register != Register.FLAGS) {
                cpu.set(register, 0x1000 + register.ordinal());
            }
        }
        List<Register> saved = new ArrayList<>();
        memory.setJournal((pptr, old) -> savedRegister(pptr, saved));
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, 0);
        assertThat(saved).containsExactly(Register.ERROR, Register.NEXT_IP, Register.FLAGS, Register.R15, Register.R9,
                Register.R8, Register.R10, Register.RDX, Register.R14, Register.R13, Register.R12, Register.RBP,
                Register.RBX, Register.RAX, Register.RSI, Register.RDI, Register.FAULT_IP);
        assertThat(Tcb.register(memory, PingPong.CLIENT, Register.ERROR)).isEqualTo(-1);
        assertThat(Tcb.register(memory, PingPong.CLIENT, Register.FAULT_IP))
                .isEqualTo(Tcb.register(memory, PingPong.CLIENT, Register.NEXT_IP) - 2);
        assertThat(Tcb.register(memory, PingPong.CLIENT, Register.RSP)).as("rsp is not saved").isEqualTo(0xbad);
    }

    @Test
    void changesToTheKernelsPageTableAndBack() {
        long flushes = cpu.tlbFlushes();
        long clientCr3 = cpu.cr3();
        pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, 0);
        assertThat(cpu.tlbFlushes()).as("without PCID each cr3 load flushes").isEqualTo(flushes + 2);
        assertThat(cpu.cr3()).as("the server has its own page table").isNotEqualTo(clientCr3);
        assertThat(cpu.inKernel()).isFalse();
        assertThat(cpu.kernelStackPointer()).isEqualTo(
                KernelGlobals.KERNEL_STACK_ALLOC + (1L << KernelGlobals.KERNEL_STACK_BITS));
    }

    @Test
    void allocatesNothingOnTheFastpath() {
        assertThat(allocatedBytes(pingPong::roundTrip)).isLessThan(LESS_THAN_ONE_BYTE_EACH);
    }

    @Test
    void allocatesNothingOnTheSlowPath() {
        assertThat(allocatedBytes(() -> {
            pingPong.syscall(Syscall.CALL, PingPong.EP_CPTR, FIVE_WORDS);
            pingPong.syscall(Syscall.REPLY_RECV, PingPong.EP_CPTR, FIVE_WORDS);
        })).isLessThan(LESS_THAN_ONE_BYTE_EACH);
    }

    private static long allocatedBytes(Runnable twoSystemCalls) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < ROUNDS; i++) {
            twoSystemCalls.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            twoSystemCalls.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void savedRegister(long pptr, List<Register> saved) {
        long index = (pptr - Tcb.registerAddress(PingPong.CLIENT, Register.RDI)) / 8;
        if (index >= 0 && index < Register.COUNT) {
            saved.add(Register.at((int) index));
        }
    }
}
