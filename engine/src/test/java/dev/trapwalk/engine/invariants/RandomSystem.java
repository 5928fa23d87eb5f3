package dev.trapwalk.engine.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.IpcBuffer;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserMode;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.ThreadCap;

/**
 * A machine with a random layout, whose threads make random system calls: half of them sensible, so that they get far
 * into the kernel, half of them with any words in the registers. The same seed makes the same calls.
 */
final class RandomSystem {

    private static final int FIRST = 0xc000;
    private static final int CNODE = FIRST;
    private static final int RADIX = 6;
    private static final int SLOTS = 1 << RADIX;
    /** Slot with a capability to the threads' own CNode under which depth 64 reaches its slots. */
    private static final int SELF = 1;
    private static final int UNTYPED = 2;
    private static final long[] NO_CAPS = {};
    private static final long CNODE_GUARD = 64 - RADIX;
    private static final long BUFFER = 0x1d12000;
    private static final Register[] GENERAL = {Register.RDI, Register.RSI, Register.RAX, Register.RBX, Register.RBP,
        Register.R12, Register.R13, Register.R14, Register.RDX, Register.R10, Register.R8, Register.R9, Register.R15};

    private final Random random;
    private final Machine machine;
    private final RootTask root;
    private final PhysicalMemory memory;
    private final List<Integer> tcbs = new ArrayList<>();
    private final List<Long> tcbPointers = new ArrayList<>();
    private int nextSlot = FIRST;
    private long cnode;

    RandomSystem(long seed) {
        random = new Random(seed);
        machine = Machine.boot(KernelConfig.REFERENCE.withNumDomains(random.nextInt(4) == 0 ? 4 : 1));
        root = machine.rootTask();
        memory = machine.memory();
        build();
    }

    Machine machine() {
        return machine;
    }

    /** Every slot that the calls can have reached. */
    Slots slots() {
        Slots slots = new Slots(memory);
        long rootCNode = PhysicalMemory.pptr(MemoryMap.rootCNode(16));
        slots.add(rootCNode, RootSlots.PAGING);
        slots.add(rootCNode + (long) FIRST * Cte.BYTES, nextSlot - FIRST);
        return slots;
    }

    private void build() {
        make(ObjectType.CNODE, RADIX);
        cnode = CNodeCap.PTR.get(memory, PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) CNODE * Cte.BYTES);
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            tcbs.add(make(ObjectType.TCB, 0));
        }
        ObjectType[] kinds = {ObjectType.ENDPOINT, ObjectType.ENDPOINT, ObjectType.ENDPOINT, ObjectType.ENDPOINT,
            ObjectType.NOTIFICATION, ObjectType.NOTIFICATION, ObjectType.NOTIFICATION, ObjectType.UNTYPED,
            ObjectType.CNODE,
            ObjectType.PAGE_4K, ObjectType.PML4, ObjectType.PDPT, ObjectType.PAGE_DIRECTORY, ObjectType.PAGE_TABLE};
        List<Integer> originals = new ArrayList<>(List.of(CNODE, RootSlots.DOMAIN, RootSlots.ASID_POOL));
        originals.addAll(tcbs);
        for (int i = 0; i < 14; i++) {
            ObjectType kind = kinds[random.nextInt(kinds.length)];
            originals.add(make(kind, kind == ObjectType.UNTYPED ? 8 + random.nextInt(7) : 2 + random.nextInt(3)));
        }
        mint(SELF, CNODE, CNODE_GUARD);
        root.call(CNODE, InvocationLabel.CNODE_MOVE, new long[] {RootSlots.CNODE}, UNTYPED, RADIX,
                make(ObjectType.UNTYPED, 14), RootTask.DEPTH);
        for (int slot = UNTYPED + 1; slot < 40; slot++) {
            int source = originals.get(random.nextInt(originals.size()));
            if (random.nextInt(6) == 0 && source > CNODE && !tcbs.contains(source)) {
                root.call(CNODE, InvocationLabel.CNODE_MOVE, new long[] {RootSlots.CNODE}, slot, RADIX, source,
                        RootTask.DEPTH);
            } else {
                mint(slot, source, random.nextInt(3) == 0 ? CNODE_GUARD : random.nextInt(4));
            }
        }
        for (int i = 0; i < tcbs.size(); i++) {
            configure(tcbs.get(i), i);
        }
    }

    private void mint(int slot, int source, long data) {
        root.call(CNODE, InvocationLabel.CNODE_MINT, new long[] {RootSlots.CNODE}, slot, RADIX, source, RootTask.DEPTH,
                random.nextInt(3) == 0 ? random.nextInt(16) : 15, data);
    }

    private int make(ObjectType type, int bits) {
        root.retype(RootSlots.firstUntyped(), type, bits, nextSlot, 1);
        return nextSlot++;
    }

    private void configure(int tcb, int index) {
        long buffer = BUFFER + 0x1000L * index;
        root.call(tcb, InvocationLabel.TCB_CONFIGURE,
                new long[] {CNODE, RootSlots.VSPACE, RootSlots.imageFrame(buffer)},
                random.nextInt(SLOTS), CNODE_GUARD, 0, buffer);
        root.call(tcb, InvocationLabel.TCB_SET_SCHED_PARAMS, new long[] {RootSlots.TCB}, 200, 50 + random.nextInt(4));
        root.call(tcb, InvocationLabel.TCB_RESUME, NO_CAPS);
        long slot = PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) tcb * Cte.BYTES;
        if (CapType.of(memory.read(slot)) == CapType.THREAD) {
            tcbPointers.add(ThreadCap.PTR.get(memory, slot));
        }
    }

    /** Lets the threads run: the root task drops below them. */
    void start() {
        root.call(RootSlots.TCB, InvocationLabel.TCB_SET_PRIORITY, new long[] {RootSlots.TCB}, 0);
    }

    /**
     * One random trap of whoever runs; false when that is no test thread and nobody can be resumed any more, or when a
     * segment base that is no canonical address halted the kernel.
     */
    boolean trap() {
        try {
            return randomTrap();
        } catch (NotModelledException e) {
            if (!e.getMessage().contains("x86_load_fsgs_base")) {
                throw e;
            }
            return false;
        }
    }

    private boolean randomTrap() {
        if (root.isRunning()) {
            int tcb = tcbs.get(random.nextInt(tcbs.size()));
            root.call(tcb, InvocationLabel.TCB_RESUME, NO_CAPS);
            return tcbPointers.stream().anyMatch(pointer -> pointer == machine.kernel().globals().curThread());
        }
        if (!tcbPointers.contains(machine.kernel().globals().curThread())) {
            return false;
        }
        Cpu cpu = machine.cpu();
        if (random.nextInt(40) == 0) {
            int vector = random.nextBoolean() ? UserMode.INVALID_OPCODE : UserMode.PAGE_FAULT;
            machine.kernel().traps().handle_interrupt(vector, random.nextInt(32));
            return true;
        }
        if (random.nextInt(16) == 0) {
            for (Register register : GENERAL) {
                cpu.set(register, word());
            }
            cpu.set(Register.RDX, random.nextInt(8) == 0 ? word() : -1 - random.nextInt(9));
        } else {
            sensible(cpu);
        }
        cpu.set(Register.RCX, cpu.get(Register.NEXT_IP) + UserMode.SYSCALL_BYTES);
        cpu.set(Register.R11, 0x202);
        machine.kernel().path().unwind();
        machine.kernel().traps().handle_fastsyscall();
        return true;
    }

    /** Invokes or uses a capability in a way that its type makes likely to succeed. */
    private void sensible(Cpu cpu) {
        int target = random.nextInt(4) == 0 ? SELF + random.nextInt(2) : random.nextInt(SLOTS);
        for (int i = 0; i < 4 && memory.read(slot(target)) == 0; i++) {
            target = random.nextInt(SLOTS);
        }
        long at = slot(target);
        CapType type = CapType.of(memory.read(at));
        int[] calls = {-1, -2, -3, -4, -5, -6, -7, -8};
        boolean message = type == CapType.ENDPOINT || type == CapType.NOTIFICATION || type == CapType.NULL;
        cpu.set(Register.RDX, message ? calls[random.nextInt(calls.length)] : -1);
        cpu.set(Register.RDI, target);
        long[] words = Invocations.words(type, random, SLOTS);
        cpu.set(Register.RSI, MessageInfo.of(words[0], 0, message ? random.nextInt(2) : 1 + random.nextInt(2),
                message ? random.nextInt(9) : words.length - 1));
        long buffer = PhysicalMemory.pptr(BUFFER + MemoryMap.IMAGE_OFFSET
                + 0x1000L * Math.max(0, tcbPointers.indexOf(machine.kernel().globals().curThread())));
        for (int i = 1; i < words.length; i++) {
            long word = random.nextInt(12) == 0 ? small() : words[i];
            if (i <= Register.MESSAGE_REGISTERS) {
                cpu.set(Register.message(i - 1), word);
            } else {
                memory.write(buffer + 8L * (IpcBuffer.MESSAGE + i - 1), word);
            }
        }
        for (int i = 0; i < 2; i++) {
            memory.write(buffer + 8L * (IpcBuffer.CAPS_OR_BADGES + i),
                    random.nextInt(8) == 0 ? random.nextInt(SLOTS) : SELF);
        }
        for (int i = IpcBuffer.CAPS_OR_BADGES + 2; i <= IpcBuffer.RECEIVE_DEPTH; i++) {
            memory.write(buffer + 8L * i, i == IpcBuffer.RECEIVE_CNODE ? SELF : i == IpcBuffer.RECEIVE_DEPTH ? 64
                    : random.nextInt(30) == 0 ? word() : random.nextInt(SLOTS));
        }
    }

    private long slot(int index) {
        return cnode + (long) index * Cte.BYTES;
    }

    private long small() {
        return switch (random.nextInt(8)) {
            case 0 -> 64;
            case 1 -> RADIX;
            case 2 -> word();
            default -> random.nextInt(SLOTS);
        };
    }

    private long word() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(512);
            case 2 -> 1L << random.nextInt(64);
            default -> MemoryMap.IMAGE_START + random.nextInt(0x100000);
        };
    }
}
