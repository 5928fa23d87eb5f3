package dev.trapwalk.engine.boot;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.Devices;
import dev.trapwalk.engine.machine.Mmu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserCode;
import dev.trapwalk.engine.machine.UserMode;

/**
 * A whole machine: memory, processor, kernel and the code that its threads run. It moves in units: one user instruction
 * together with the kernel entry that it causes, if any.
 *
 * <p>This is the tour of the package. {@link BootCode} does what the kernel does before any thread runs; then
 * {@link RootTask} makes real system calls to build what a {@link Layout} describes. All state is
 * in {@link PhysicalMemory}: two machines with equal memory and equal user code do the same for ever.
 */
public final class Machine {

    /** What a step did. */
    public enum Step {
        /** A user instruction ran, the kernel was not entered. */
        USER,
        /** A user instruction entered the kernel, which was left again. */
        KERNEL,
        /** The processor took an interrupt in user mode or while idle; no user instruction ran. */
        INTERRUPT,
        /** Nothing happened, and nothing ever will: no thread can run and no event is due. */
        STUCK
    }

    private final PhysicalMemory memory;
    private final Kernel kernel;
    private final Cpu cpu;
    private final UserMode user;
    private final RootTask rootTask;
    private UserCode code = mode -> false;

    private Machine(KernelConfig config, int rootCNodeRadix) {
        memory = new PhysicalMemory(MemoryMap.RAM_BYTES);
        kernel = new Kernel(memory, config);
        cpu = kernel.cpu();
        user = new UserMode(memory, cpu, new Mmu(memory, cpu), kernel.devices());
        rootTask = new RootTask(kernel);
        new BootCode(kernel, rootCNodeRadix).boot();
    }

    /** Boots a machine as far as the kernel does: the root task is current and has not made a system call yet. */
    public static Machine boot(KernelConfig config) {
        return boot(config, 16);
    }

    /** The same with {@code 1 << radix} slots in the root task's CNode, 16..20. */
    public static Machine boot(KernelConfig config, int radix) {
        return new Machine(config, radix);
    }

    /** The memory, which holds all state. */
    public PhysicalMemory memory() {
        return memory;
    }

    /** The kernel. */
    public Kernel kernel() {
        return kernel;
    }

    /** The processor. */
    public Cpu cpu() {
        return cpu;
    }

    /** The root task, for as long as it runs. */
    public RootTask rootTask() {
        return rootTask;
    }

    /** Says what threads execute in user mode. */
    public void setUserCode(UserCode userCode) {
        code = userCode;
    }

    /**
     * Takes the interrupt that waits, if any; otherwise runs one user instruction of the current thread, with the
     * kernel entry that it causes. While no thread can run, time skips ahead to the next interrupt.
     */
    public Step step() {
        kernel.path().unwind();
        Devices devices = kernel.devices();
        boolean idle = kernel.globals().curThread() == KernelGlobals.IDLE_TCB;
        devices.advanceTo(cpu.clock());
        while (idle && devices.pendingVector() < 0) {
            boolean canEnd = devices.isAnyDeviceDue() || kernel.domains().anyScheduledThreadReady();
            if (!canEnd || devices.nextEventTime() == Long.MAX_VALUE) {
                return Step.STUCK;
            }
            cpu.setClock(devices.nextEventTime());
            devices.advanceTo(cpu.clock());
        }
        int vector = devices.pendingVector();
        if (vector >= 0) {
            devices.accept(vector);
            kernel.traps().handle_interrupt(vector, 0);
            return Step.INTERRUPT;
        }
        if (user.fetch() && !code.execute(user)) {
            user.raise(UserMode.INVALID_OPCODE, 0);
        }
        switch (user.trap()) {
            case SYSCALL -> kernel.traps().handle_fastsyscall();
            case EXCEPTION -> kernel.traps().handle_interrupt(user.vector(), user.errorCode());
            default -> {
                return Step.USER;
            }
        }
        return Step.KERNEL;
    }

    /**
     * Runs until nothing can ever happen again, at most {@code limit} steps.
     *
     * @return the number of steps that did something
     */
    public long run(long limit) {
        for (long steps = 0; steps < limit; steps++) {
            if (step() == Step.STUCK) {
                return steps;
            }
        }
        return limit;
    }

    /** Address of the instruction that the current thread executes next. */
    public long instructionPointer() {
        return cpu.get(Register.NEXT_IP);
    }
}
