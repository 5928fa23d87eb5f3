package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.kernel.arch.VSpace;
import dev.trapwalk.engine.kernel.arch.X86Capabilities;
import dev.trapwalk.engine.kernel.arch.X86Invocations;
import dev.trapwalk.engine.kernel.arch.X86Parts;
import dev.trapwalk.engine.kernel.arch.X86Threads;
import dev.trapwalk.engine.kernel.decode.CNodeInvocations;
import dev.trapwalk.engine.kernel.decode.Invocations;
import dev.trapwalk.engine.kernel.decode.IrqInvocations;
import dev.trapwalk.engine.kernel.decode.TcbInvocations;
import dev.trapwalk.engine.kernel.decode.UntypedInvocations;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.Devices;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Path;
import java.util.function.IntConsumer;

/**
 * The simulated seL4 kernel: its parts, each holding the kernel functions of one concern, over one memory.
 *
 * <p>Start reading at {@link Traps}: a system call enters there, tries a fastpath ({@link FastpathCall},
 * {@link FastpathReplyRecv}), else goes through {@link Syscalls} (lookup in {@link CSpace}, decode, perform) to the
 * {@link Scheduler} and back. All state is in {@link PhysicalMemory}; parts keep at most what a C function keeps in
 * local variables.
 */
public final class Kernel {

    private final PhysicalMemory memory;
    private final Cpu cpu;
    private final Devices devices;
    private final KernelConfig config;
    private final KernelGlobals globals;
    private final Path path = new Path();
    private final Traps traps;
    private final FastpathCall fastpathCall;
    private final FastpathReplyRecv fastpathReplyRecv;
    private final Syscalls syscalls;
    private final Scheduler scheduler;
    private final ReadyQueues readyQueues;
    private final Domains domains;
    private final Threads threads;
    private final Transfers transfers;
    private final ThreadQueues threadQueues;
    private final Endpoints endpoints;
    private final Notifications notifications;
    private final Faults faults;
    private final FaultMessages faultMessages;
    private final ErrorMessages errorMessages;
    private final CSpace cspace;
    private final Mdb mdb;
    private final Derivation derivation;
    private final CapRegions capRegions;
    private final Finalisation finalisation;
    private final Preemption preemption;
    private final ReceiveSlots receiveSlots;
    private final Deletion deletion;
    private final Capabilities capabilities;
    private final Invocations invocations;
    private final CNodeInvocations cnodeInvocations;
    private final UntypedInvocations untypedInvocations;
    private final TcbInvocations tcbInvocations;
    private final IrqInvocations irqInvocations;
    private final Objects objects;
    private final Interrupts interrupts;
    private final DebugSyscalls debugSyscalls;
    private final X86Threads x86Threads;
    private final VSpace vspace;
    private final X86Capabilities x86Capabilities;
    private final X86Invocations x86Invocations;
    private final X86Parts x86;
    private IntConsumer console;

    static {
        // A part declares its points when its class is initialised; one kernel, made and thrown away, initialises them all.
        new Kernel(new PhysicalMemory(1L << PhysicalMemory.PAGE_BITS), KernelConfig.REFERENCE);
    }

    /** Makes the {@link dev.trapwalk.engine.point.Catalogue} complete, for those who read it before any machine is booted. */
    public static void declarePoints() {
        // Calling this initialises the class, and that is all there is to do.
    }

    /** A kernel of that configuration over that memory, not yet booted. */
    public Kernel(PhysicalMemory memory, KernelConfig config) {
        this.memory = memory;
        this.config = config;
        this.cpu = new Cpu(memory);
        this.devices = new Devices(memory, cpu);
        this.globals = new KernelGlobals(memory);
        traps = new Traps(this);
        fastpathCall = new FastpathCall(this);
        fastpathReplyRecv = new FastpathReplyRecv(this);
        syscalls = new Syscalls(this);
        scheduler = new Scheduler(this);
        readyQueues = new ReadyQueues(this);
        domains = new Domains(this);
        threads = new Threads(this);
        transfers = new Transfers(this);
        threadQueues = new ThreadQueues(this);
        endpoints = new Endpoints(this);
        notifications = new Notifications(this);
        faults = new Faults(this);
        faultMessages = new FaultMessages(this);
        errorMessages = new ErrorMessages(this);
        cspace = new CSpace(this);
        mdb = new Mdb(this);
        derivation = new Derivation(this);
        capRegions = new CapRegions(this);
        finalisation = new Finalisation(this);
        preemption = new Preemption(this);
        receiveSlots = new ReceiveSlots(this);
        deletion = new Deletion(this);
        capabilities = new Capabilities(this);
        invocations = new Invocations(this);
        cnodeInvocations = new CNodeInvocations(this);
        untypedInvocations = new UntypedInvocations(this);
        tcbInvocations = new TcbInvocations(this);
        irqInvocations = new IrqInvocations(this);
        objects = new Objects(this);
        interrupts = new Interrupts(this);
        debugSyscalls = new DebugSyscalls(this);
        x86Threads = new X86Threads(this);
        vspace = new VSpace(this);
        x86Capabilities = new X86Capabilities(this);
        x86Invocations = new X86Invocations(this);
        x86 = new X86Parts(this);
    }

    /** The memory that holds all state. */
    public PhysicalMemory memory() {
        return memory;
    }

    /** The processor. */
    public Cpu cpu() {
        return cpu;
    }

    /** The devices and interrupt controllers. */
    public Devices devices() {
        return devices;
    }

    /** How this kernel is configured. */
    public KernelConfig config() {
        return config;
    }

    /** The kernel's global variables. */
    public KernelGlobals globals() {
        return globals;
    }

    /** Where the kernel announces the points it passes. */
    public Path path() {
        return path;
    }

    /** Kernel entry and exit. */
    public Traps traps() {
        return traps;
    }

    /** The fastpath of seL4_Call. */
    public FastpathCall fastpathCall() {
        return fastpathCall;
    }

    /** The fastpath of seL4_ReplyRecv. */
    public FastpathReplyRecv fastpathReplyRecv() {
        return fastpathReplyRecv;
    }

    /** The slow path. */
    public Syscalls syscalls() {
        return syscalls;
    }

    /** Chooses the thread that runs next, and changes thread states. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** The ready queues, one per domain and priority, and the bitmaps that find the highest one. */
    public ReadyQueues readyQueues() {
        return readyQueues;
    }

    /** Scheduling domains and their schedule. */
    public Domains domains() {
        return domains;
    }

    /** Suspending, restarting and replying to threads. */
    public Threads threads() {
        return threads;
    }

    /** Moves a message and its capabilities from one thread to another. */
    public Transfers transfers() {
        return transfers;
    }

    /** Doubly linked queues of threads that wait on an endpoint or a notification. */
    public ThreadQueues threadQueues() {
        return threadQueues;
    }

    /** Endpoints. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Notifications. */
    public Notifications notifications() {
        return notifications;
    }

    /** Delivers faults to fault handlers. */
    public Faults faults() {
        return faults;
    }

    /** What a fault handler is told, and what its reply does. */
    public FaultMessages faultMessages() {
        return faultMessages;
    }

    /** What a failed invocation tells its caller. */
    public ErrorMessages errorMessages() {
        return errorMessages;
    }

    /** Finds the capability that a CPtr stands for. */
    public CSpace cspace() {
        return cspace;
    }

    /** The mapping database. */
    public Mdb mdb() {
        return mdb;
    }

    /** Questions to the mapping database. */
    public Derivation derivation() {
        return derivation;
    }

    /** Compares what capabilities stand for. */
    public CapRegions capRegions() {
        return capRegions;
    }

    /** What happens to an object when a capability to it goes. */
    public Finalisation finalisation() {
        return finalisation;
    }

    /** Preemption points of long operations. */
    public Preemption preemption() {
        return preemption;
    }

    /** Where a transferred capability is to be put. */
    public ReceiveSlots receiveSlots() {
        return receiveSlots;
    }

    /** Deleting and revoking capabilities, zombies included. */
    public Deletion deletion() {
        return deletion;
    }

    /** What every capability type has in common. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Chooses the decoder by the type of the invoked capability. */
    public Invocations invocations() {
        return invocations;
    }

    /** Invocations of CNodes. */
    public CNodeInvocations cnodeInvocations() {
        return cnodeInvocations;
    }

    /** Untyped_Retype. */
    public UntypedInvocations untypedInvocations() {
        return untypedInvocations;
    }

    /** Invocations of TCBs. */
    public TcbInvocations tcbInvocations() {
        return tcbInvocations;
    }

    /** Invocations of IRQ control and IRQ handler capabilities. */
    public IrqInvocations irqInvocations() {
        return irqInvocations;
    }

    /** Creating kernel objects in untyped memory. */
    public Objects objects() {
        return objects;
    }

    /** Interrupts. */
    public Interrupts interrupts() {
        return interrupts;
    }

    /** The system calls of debug builds with printing. */
    public DebugSyscalls debugSyscalls() {
        return debugSyscalls;
    }

    /** x86-64 side of threads. */
    public X86Threads x86Threads() {
        return x86Threads;
    }

    /** Address spaces. */
    public VSpace vspace() {
        return vspace;
    }

    /** x86-64 side of deriving, masking, comparing, finalising capabilities and of creating objects. */
    public X86Capabilities x86Capabilities() {
        return x86Capabilities;
    }

    /** Chooses the decoder of x86 capabilities. */
    public X86Invocations x86Invocations() {
        return x86Invocations;
    }

    /**
     * Directs what a debug build prints; without a console it is lost.
     *
     * @param console is given one byte, 0..255, at a time, on the thread that runs the machine
     */
    public void setConsole(IntConsumer console) {
        this.console = console;
    }

    /** kernel_putchar: prints one byte on the console. */
    public void putChar(int character) {
        if (console != null) {
            console.accept(character);
        }
    }

    /** The other parts that only x86-64 has. */
    public X86Parts x86() {
        return x86;
    }
}
