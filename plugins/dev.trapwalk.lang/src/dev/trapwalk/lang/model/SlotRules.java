package dev.trapwalk.lang.model;

import static dev.trapwalk.lang.model.ObjectType.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What fits where: the types of objects to which a slot of a TCB, an entry of a paging structure, an interrupt or a pool may
 * hold a capability, and the sizes of frames that an entry maps. Checks and content assist ask here.
 */
public final class SlotRules {
    private static final Map<Arch, Map<ObjectType, Set<Integer>>> FRAME_BITS = new EnumMap<>(Arch.class);

    static {
        for (Arch arch : Arch.values()) {
            Map<ObjectType, Set<Integer>> byTable = new EnumMap<>(ObjectType.class);
            for (ObjectType type : ObjectType.values()) {
                byTable.put(type, fittingFrames(type, arch));
            }
            FRAME_BITS.put(arch, byTable);
        }
    }

    private SlotRules() {
    }

    /** Types that a TCB's slot may hold. */
    public static Set<ObjectType> tcbSlot(SymbolicSlot slot, Arch arch) {
        return switch (slot) {
            case CSPACE -> EnumSet.of(CNODE);
            case VSPACE -> roots(arch);
            case REPLY_SLOT, CALLER_SLOT -> EnumSet.of(TCB);
            case IPC_BUFFER_SLOT -> EnumSet.of(FRAME);
            case FAULT_EP_SLOT, TEMP_FAULT_EP_SLOT -> EnumSet.of(EP);
            case SC_SLOT -> EnumSet.of(SC);
            case BOUND_NOTIFICATION -> EnumSet.of(NOTIFICATION);
            case BOUND_VCPU -> EnumSet.of(VCPU);
        };
    }

    /** Types that a slot of {@code container}, which is no TCB, may hold, or null when anything goes. */
    public static Set<ObjectType> contents(ObjectType container, Arch arch) {
        return switch (container) {
            case PML4 -> EnumSet.of(PDPT);
            case PGD -> EnumSet.of(PUD);
            case PDPT, PUD -> EnumSet.of(PD, FRAME);
            case PD -> EnumSet.of(PT, FRAME);
            case PT -> arch == Arch.RISCV ? EnumSet.of(PT, FRAME) : EnumSet.of(FRAME);
            case ASID_POOL -> roots(arch);
            case IRQ, IOAPIC_IRQ, MSI_IRQ, ARM_IRQ -> EnumSet.of(NOTIFICATION);
            case IO_DEVICE -> EnumSet.of(IO_PT);
            case IO_PT -> EnumSet.of(IO_PT, FRAME);
            default -> null;
        };
    }

    /** Roots of address spaces; on aarch64 one level fewer will do, as some machines have it. */
    private static Set<ObjectType> roots(Arch arch) {
        return arch == Arch.AARCH64 ? EnumSet.of(PGD, PUD) : EnumSet.of(arch.vspaceRoot());
    }

    /**
     * log2 bytes of the frames that an entry of {@code table} maps, in order. On 32-bit Arm large pages and supersections fill
     * sixteen entries, with LPAE thirty-two. On riscv one type of table is of every level.
     */
    public static Set<Integer> frameBits(ObjectType table, Arch arch) {
        return FRAME_BITS.get(arch).get(table);
    }

    private static Set<Integer> fittingFrames(ObjectType table, Arch arch) {
        Set<Integer> fitting = new TreeSet<>();
        for (int level = 0; level < arch.levels().size(); level++) {
            if (arch.levels().get(level).type() == table) {
                int cover = arch.coverBits(level);
                int span = arch == Arch.ARM11 ? 5 : 0;
                arch.frameBits().stream().filter(bits -> bits >= cover && bits <= cover + span).forEach(fitting::add);
            }
        }
        return Collections.unmodifiableSet(fitting);
    }
}
