package dev.trapwalk.engine.boot;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import dev.trapwalk.engine.object.Tcb;

/**
 * The root task while it sets a system up: every method is one real system call of the thread that the kernel starts
 * first, through the same trap and the same checks as anybody else's. Slots are those of its own CNode.
 */
public final class RootTask {

    /** Number of bits of a CPtr in the root task's CSpace. */
    public static final int DEPTH = 64;

    /** User address of the root task's only system call instruction. */
    public static final long SYSCALL_INSTRUCTION = MemoryMap.IMAGE_START + 0x9dc;

    private final Kernel kernel;
    private final PhysicalMemory memory;
    private final Cpu cpu;
    private final long buffer = PhysicalMemory.pptr(MemoryMap.ROOT_IPC_BUFFER);
    private final long tcb = PhysicalMemory.pptr(MemoryMap.ROOT_TCB) + Tcb.TCB_OFFSET;

    RootTask(Kernel kernel) {
        this.kernel = kernel;
        this.memory = kernel.memory();
        this.cpu = kernel.cpu();
    }

    /** The root task's TCB. */
    public long tcb() {
        return tcb;
    }

    /** Whether the root task is the current thread, so that it can make system calls. */
    public boolean isRunning() {
        return kernel.globals().curThread() == tcb;
    }

    /**
     * Invokes a capability with seL4_Call.
     *
     * @param cptr slot of the invoked capability
     * @param label what is to be done
     * @param caps CPtrs to send with the message, at most three
     * @param message words of the message
     * @return the error code of the reply; {@link SyscallError#NO_ERROR} also when another thread runs now
     */
    public SyscallError call(long cptr, InvocationLabel label, long[] caps, long... message) {
        for (int i = Register.MESSAGE_REGISTERS; i < message.length; i++) {
            memory.write(buffer + 8L * (IpcBuffer.MESSAGE + i), message[i]);
        }
        for (int i = 0; i < caps.length; i++) {
            memory.write(buffer + 8L * (IpcBuffer.CAPS_OR_BADGES + i), caps[i]);
        }
        for (int i = 0; i < Register.MESSAGE_REGISTERS; i++) {
            cpu.set(Register.message(i), i < message.length ? message[i] : 0);
        }
        trap(Syscall.CALL, cptr, MessageInfo.of(label.number(), 0, caps.length, message.length));
        if (!isRunning()) {
            return SyscallError.NO_ERROR;
        }
        return SyscallError.of(MessageInfo.LABEL.in(cpu.get(Register.MSG_INFO)));
    }

    /** seL4_Yield. */
    public void yield() {
        trap(Syscall.YIELD, 0, 0);
    }

    /** Word {@code index} of the last reply, 0..119. */
    public long reply(int index) {
        return index < Register.MESSAGE_REGISTERS ? cpu.get(Register.message(index))
                : memory.read(buffer + 8L * (IpcBuffer.MESSAGE + index));
    }

    /** Untyped_Retype of {@code count} objects into slots of the root CNode from {@code slot} on. */
    public SyscallError retype(long untyped, ObjectType type, int sizeBits, long slot, int count) {
        return call(untyped, InvocationLabel.UNTYPED_RETYPE, new long[] {RootSlots.CNODE}, type.number(), sizeBits, 0,
                0, slot, count);
    }

    private void trap(Syscall syscall, long cptr, long info) {
        cpu.set(Register.CAP, cptr);
        cpu.set(Register.MSG_INFO, info);
        cpu.set(Register.RDX, syscall.number());
        cpu.set(Register.NEXT_IP, SYSCALL_INSTRUCTION);
        cpu.set(Register.RCX, SYSCALL_INSTRUCTION + UserMode.SYSCALL_BYTES);
        cpu.set(Register.R11, cpu.get(Register.FLAGS));
        kernel.traps().handle_fastsyscall();
    }
}
