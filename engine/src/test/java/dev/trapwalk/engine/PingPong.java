package dev.trapwalk.engine;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/**
 * A client that calls and a server that replies and receives, laid out directly in memory as they look in the middle of a
 * ping-pong: two threads of equal priority in two address spaces, one CNode, one endpoint.
 */
public final class PingPong {

    private static final long RAM = 64L << 20;
    private static final long OBJECTS = PhysicalMemory.pptr(32L << 20);
    /** The calling thread. */
    public static final long CLIENT = OBJECTS + Tcb.TCB_OFFSET;
    /** The serving thread. */
    public static final long SERVER = CLIENT + (1L << Tcb.SIZE_BITS);
    private static final long CNODE = OBJECTS + 0x2000;
    /** The endpoint between them. */
    public static final long ENDPOINT = OBJECTS + 0x4000;
    private static final long PML4 = OBJECTS + 0x8000;
    /** CPtr of the endpoint in both. */
    public static final int EP_CPTR = 1;
    private static final int SYSCALL_BYTES = 2;

    private final Kernel kernel;
    private final PhysicalMemory memory;
    private final Cpu cpu;

    /** A machine in which the server waits and the client is about to call. */
    public PingPong() {
        this(KernelConfig.REFERENCE);
    }

    /** The same with a kernel of another configuration. */
    public PingPong(KernelConfig config) {
        memory = new PhysicalMemory(RAM);
        kernel = new Kernel(memory, config);
        cpu = kernel.cpu();
        memory.write(KernelGlobals.X86KS_CUR_INTERRUPT, -1);
        memory.write(KernelGlobals.X86KS_PENDING_INTERRUPT, -1);
        memory.write(KernelGlobals.KS_DOMAIN_TIME, 1);
        Tcb.STATE.set(memory, kernel.globals().idleThread(), ThreadState.IDLE.number());
        thread(CLIENT, PML4);
        thread(SERVER, PML4 + 0x1000);
        Cap endpoint = new Cap().clear(CapType.ENDPOINT);
        EndpointCap.PTR.set(endpoint, ENDPOINT);
        EndpointCap.CAN_SEND.set(endpoint, 1);
        EndpointCap.CAN_RECEIVE.set(endpoint, 1);
        EndpointCap.CAN_GRANT.set(endpoint, 1);
        endpoint.store(memory, CNODE + EP_CPTR * Cte.BYTES);
        globalsFor(SERVER);
        // no caller yet: the first ReplyRecv takes the slow path and leaves the server waiting
        syscall(Syscall.RECV, EP_CPTR, 0);
        expectCurrent(CLIENT);
    }

    /** One seL4_Call and one seL4_ReplyRecv, each from the syscall instruction to user mode. */
    public long roundTrip() {
        syscall(Syscall.CALL, EP_CPTR, 0);
        syscall(Syscall.REPLY_RECV, EP_CPTR, 0);
        return cpu.get(Register.RDI);
    }

    /** Fails unless a round trip goes through both fastpaths and ends with the client. */
    public void check() {
        syscall(Syscall.CALL, EP_CPTR, 0);
        expectCurrent(SERVER);
        syscall(Syscall.REPLY_RECV, EP_CPTR, 0);
        expectCurrent(CLIENT);
    }

    /** The kernel between them. */
    public Kernel kernel() {
        return kernel;
    }

    /** The user's side: arguments, and what the syscall instruction does to rcx and r11. */
    public void syscall(Syscall syscall, long cptr, long msgInfo) {
        cpu.set(Register.RDX, syscall.number());
        cpu.set(Register.RDI, cptr);
        cpu.set(Register.RSI, msgInfo);
        long rip = cpu.get(Register.NEXT_IP);
        cpu.set(Register.RCX, rip + SYSCALL_BYTES);
        cpu.set(Register.R11, cpu.get(Register.FLAGS));
        kernel.traps().handle_fastsyscall();
        // the loop of a real program jumps back to its syscall instruction
        cpu.set(Register.NEXT_IP, cpu.get(Register.NEXT_IP) - SYSCALL_BYTES);
    }

    private void expectCurrent(long thread) {
        if (kernel.globals().curThread() != thread) {
            throw new IllegalStateException("current thread is 0x" + Long.toHexString(kernel.globals().curThread()));
        }
    }

    private void thread(long tcb, long pml4) {
        Cap root = new Cap().clear(CapType.CNODE);
        CNodeCap.PTR.set(root, CNODE);
        CNodeCap.RADIX.set(root, 6);
        CNodeCap.GUARD_SIZE.set(root, 58);
        root.store(memory, Tcb.slot(tcb, Tcb.CTABLE));
        Cap vspace = new Cap().clear(CapType.PML4);
        Pml4Cap.IS_MAPPED.set(vspace, 1);
        Pml4Cap.MAPPED_ASID.set(vspace, 1);
        Pml4Cap.BASE_PTR.set(vspace, pml4);
        vspace.store(memory, Tcb.slot(tcb, Tcb.VTABLE));
        Cap master = new Cap().clear(CapType.REPLY);
        ReplyCap.MASTER.set(master, 1);
        ReplyCap.CAN_GRANT.set(master, 1);
        ReplyCap.TCB_PTR.set(master, tcb);
        master.store(memory, Tcb.slot(tcb, Tcb.REPLY));
        Tcb.PRIORITY.set(memory, tcb, 100);
        Tcb.STATE.set(memory, tcb, ThreadState.RUNNING.number());
        Tcb.setRegister(memory, tcb, Register.NEXT_IP, 0x400000);
        Tcb.setRegister(memory, tcb, Register.FLAGS, 0x202);
    }

    private void globalsFor(long current) {
        kernel.globals().setCurThread(current);
        cpu.set(Register.CS, 0x2b);
        cpu.set(Register.SS, 0x33);
        cpu.set(Register.NEXT_IP, 0x400000);
        cpu.set(Register.FLAGS, 0x202);
        kernel.readyQueues().tcbSchedEnqueue(CLIENT);
    }
}
