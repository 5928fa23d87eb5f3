package dev.trapwalk.engine.invariants;

import java.util.Random;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.object.CapType;

/** Plausible invocations for a type of capability: the label, then the words of the message. */
final class Invocations {

    private static final int DEPTH = 64;
    private static final int FIRST_SPARE = 3;
    private static final int OBJECT_TYPES = 12;

    private Invocations() {
    }

    static long[] words(CapType type, Random random, int slots) {
        return switch (type) {
            case CNODE -> cnode(random, slots);
            case UNTYPED -> new long[] {InvocationLabel.UNTYPED_RETYPE.number(), random.nextInt(OBJECT_TYPES),
                4 + random.nextInt(8), 0, 0, slot(random, slots), 1 + random.nextInt(3)};
            case THREAD -> thread(random);
            case REPLY, ENDPOINT, NOTIFICATION ->
                new long[] {random.nextInt(64), random.nextInt(), random.nextInt(), 0, 1, 2};
            case DOMAIN ->
                new long[] {InvocationLabel.DOMAIN_SET_SET.number() + random.nextInt(3), random.nextInt(3), 0, 1};
            case FRAME, PAGE_TABLE, PAGE_DIRECTORY, PDPT, PML4, ASID_POOL ->
                new long[] {InvocationLabel.X86_PDPT_MAP.number() + random.nextInt(12),
                    0x8000000000L + random.nextInt(3) * 0x1000L, random.nextInt(16), 0};
            default -> new long[] {random.nextInt(53), 1, 2, 3, 4};
        };
    }

    private static long[] cnode(Random random, int slots) {
        long label = InvocationLabel.CNODE_REVOKE.number() + random.nextInt(9);
        return new long[] {label, slot(random, slots), DEPTH, slot(random, slots), DEPTH, random.nextInt(16),
            random.nextInt(4), slot(random, slots), DEPTH};
    }

    /** Seldom one of the first slots: a system without a capability to its own CNode does little more. */
    private static long slot(Random random, int slots) {
        return random.nextInt(50) == 0 ? random.nextInt(slots) : FIRST_SPARE + random.nextInt(slots - FIRST_SPARE);
    }

    private static long[] thread(Random random) {
        InvocationLabel[] labels = {InvocationLabel.TCB_READ_REGISTERS, InvocationLabel.TCB_WRITE_REGISTERS,
            InvocationLabel.TCB_COPY_REGISTERS, InvocationLabel.TCB_SET_PRIORITY, InvocationLabel.TCB_SET_MC_PRIORITY,
            InvocationLabel.TCB_SUSPEND, InvocationLabel.TCB_RESUME, InvocationLabel.TCB_RESUME,
            InvocationLabel.TCB_BIND_NOTIFICATION, InvocationLabel.TCB_UNBIND_NOTIFICATION,
            InvocationLabel.TCB_SET_IPC_BUFFER, InvocationLabel.TCB_SET_FLAGS, InvocationLabel.TCB_SET_TLS_BASE};
        return new long[] {labels[random.nextInt(labels.length)].number(), random.nextInt(4), 2 + random.nextInt(50),
            0, 0, 1, 2, 3};
    }
}
