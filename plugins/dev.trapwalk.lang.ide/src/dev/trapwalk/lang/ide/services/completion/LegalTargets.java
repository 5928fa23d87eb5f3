package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The objects to which a slot may hold a capability: of a TCB by the slot, of a paging structure by its level.
 *
 * @param types the types; null for any
 * @param frameBits log2 of the frame sizes that fit, when frames do
 */
record LegalTargets(Set<ObjectType> types, Set<Integer> frameBits) {
    private static final LegalTargets ANY = new LegalTargets(null, Set.of());

    static LegalTargets of(CapdlModel model, ObjectDecl container, String slot) {
        if (container == null || container.type() == null) {
            return ANY;
        }
        Arch arch = model.arch();
        return switch (container.type()) {
            case TCB -> tcb(arch, slot);
            case ASID_POOL -> only(arch.vspaceRoot());
            case IRQ, IOAPIC_IRQ, MSI_IRQ, ARM_IRQ -> only(ObjectType.NOTIFICATION);
            case PT, PD, PDPT, PML4, PUD, PGD -> table(arch, container.type());
            case IO_DEVICE -> only(ObjectType.IO_PT);
            default -> ANY;
        };
    }

    private static LegalTargets tcb(Arch arch, String slot) {
        SymbolicSlot symbolic = SymbolicSlot.of(slot);
        if (symbolic == null) {
            int number = slot.matches("\\d") ? Integer.parseInt(slot) : -1;
            symbolic = number >= 0 && number < SymbolicSlot.values().length ? SymbolicSlot.values()[number] : null;
        }
        if (symbolic == null) {
            return ANY;
        }
        return switch (symbolic) {
            case CSPACE -> only(ObjectType.CNODE);
            case VSPACE -> only(arch.vspaceRoot());
            case REPLY_SLOT, CALLER_SLOT -> only(ObjectType.TCB);
            case IPC_BUFFER_SLOT -> new LegalTargets(EnumSet.of(ObjectType.FRAME), arch.frameBits());
            case FAULT_EP_SLOT, TEMP_FAULT_EP_SLOT -> only(ObjectType.EP);
            case SC_SLOT -> only(ObjectType.SC);
            case BOUND_NOTIFICATION -> only(ObjectType.NOTIFICATION);
            case BOUND_VCPU -> only(ObjectType.VCPU);
        };
    }

    private static LegalTargets table(Arch arch, ObjectType type) {
        Set<ObjectType> types = EnumSet.noneOf(ObjectType.class);
        Set<Integer> bits = new java.util.HashSet<>();
        List<Arch.Level> levels = arch.levels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).type() == type) {
                if (i + 1 < levels.size()) {
                    types.add(levels.get(i + 1).type());
                }
                // A slot takes frames of the size that it covers, on 32-bit Arm also of sixteen slots together.
                for (int frame : arch.frameBits()) {
                    int cover = arch.coverBits(i);
                    if (frame == cover || arch == Arch.ARM11 && frame >= cover && frame <= cover + 4) {
                        bits.add(frame);
                    }
                }
            }
        }
        if (!bits.isEmpty()) {
            types.add(ObjectType.FRAME);
        }
        return new LegalTargets(types, bits);
    }

    private static LegalTargets only(ObjectType type) {
        return new LegalTargets(EnumSet.of(type), Set.of());
    }

    boolean takesAnything() {
        return types == null;
    }

    boolean accepts(ObjectDecl decl) {
        return types == null || decl.type() != null && types.contains(decl.type())
                && (decl.type() != ObjectType.FRAME || frameBits.contains(decl.frameBits()));
    }
}
