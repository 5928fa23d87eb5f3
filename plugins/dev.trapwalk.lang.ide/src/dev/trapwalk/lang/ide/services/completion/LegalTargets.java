package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.services.Numerals;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SlotRules;
import dev.trapwalk.lang.model.SymbolicSlot;
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
        ObjectType type = container.type();
        SymbolicSlot symbolic = type == ObjectType.TCB ? slot(slot) : null;
        Set<ObjectType> types = symbolic != null ? SlotRules.tcbSlot(symbolic, arch)
                : type == ObjectType.TCB ? null : SlotRules.contents(type, arch);
        return types == null ? ANY
                : new LegalTargets(types, type.isPageTable() ? SlotRules.frameBits(type, arch) : arch.frameBits());
    }

    private static SymbolicSlot slot(String slot) {
        SymbolicSlot symbolic = SymbolicSlot.of(slot);
        long number = Numerals.parse(slot);
        SymbolicSlot[] slots = SymbolicSlot.values();
        return symbolic == null && number >= 0 && number < slots.length ? slots[(int) number] : symbolic;
    }

    boolean accepts(ObjectDecl decl) {
        return types == null || decl.type() != null && types.contains(decl.type())
                && (decl.type() != ObjectType.FRAME || frameBits.contains(decl.frameBits()));
    }
}
