package dev.trapwalk.engine.bench;

import java.util.concurrent.TimeUnit;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The slow path, nobody watching: CNode_Copy of an endpoint capability and CNode_Delete of the copy, in system calls a
 * second. Run with {@code -prof gc} it shows that a system call allocates nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CNodeBench {

    private static final int SOURCE = 0x1000;
    private static final int COPY = 0x1001;
    private static final long SYSCALL_INSTRUCTION = MemoryMap.IMAGE_START;
    private static final long BUFFER = PhysicalMemory.pptr(MemoryMap.ROOT_IPC_BUFFER);

    private Machine machine;
    private Cpu cpu;

    @Setup
    public void boot() {
        machine = Machine.boot(KernelConfig.REFERENCE);
        cpu = machine.cpu();
        machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.ENDPOINT, 0, SOURCE, 1);
        copyAndDelete();
        if (MessageInfo.LABEL.in(cpu.get(Register.MSG_INFO)) != 0) {
            throw new IllegalStateException("system call refused");
        }
    }

    /** Two system calls. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void copyAndDelete() {
        cpu.set(Register.message(0), COPY);
        cpu.set(Register.message(1), RootTask.DEPTH);
        cpu.set(Register.message(2), SOURCE);
        cpu.set(Register.message(3), RootTask.DEPTH);
        machine.memory().write(BUFFER + 8L * (IpcBuffer.MESSAGE + 4), Rights.ALL);
        machine.memory().write(BUFFER + 8L * IpcBuffer.CAPS_OR_BADGES, RootSlots.CNODE);
        call(MessageInfo.of(InvocationLabel.CNODE_COPY.number(), 0, 1, 5));
        cpu.set(Register.message(0), COPY);
        cpu.set(Register.message(1), RootTask.DEPTH);
        call(MessageInfo.of(InvocationLabel.CNODE_DELETE.number(), 0, 0, 2));
    }

    private void call(long info) {
        cpu.set(Register.CAP, RootSlots.CNODE);
        cpu.set(Register.MSG_INFO, info);
        cpu.set(Register.RDX, Syscall.CALL.number());
        cpu.set(Register.RCX, SYSCALL_INSTRUCTION + UserMode.SYSCALL_BYTES);
        cpu.set(Register.R11, cpu.get(Register.FLAGS));
        machine.kernel().traps().handle_fastsyscall();
    }
}
