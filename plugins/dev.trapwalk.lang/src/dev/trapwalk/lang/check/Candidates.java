package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapBody;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.IrqMapping;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SlotRules;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;

/** The names that may have been meant where an unknown one stands: those of objects that would be legal there. */
final class Candidates {

    private Candidates() {
    }

    static List<String> of(CapdlModel model, ModelProblem problem) {
        Predicate<ObjectDecl> fits = problem.kind() == ModelProblem.Kind.UNKNOWN_CONTAINER
                ? decl -> decl.type().hasSlots() : at(model, problem.at());
        return model.objects().stream().filter(decl -> decl.type() != null && fits.test(decl)).map(ObjectDecl::name)
                .toList();
    }

    private static Predicate<ObjectDecl> at(CapdlModel model, EObject name) {
        EObject place = name.eContainer();
        if (place instanceof IrqMapping) {
            return ObjectDecl::isIrqNode;
        }
        if (place instanceof ObjectEntry) {
            Set<ObjectDecl> covered = new HashSet<>();
            model.covers().forEach(cover -> covered.add(cover.objects().decl()));
            return decl -> decl.isArray() || !covered.contains(decl);
        }
        Set<ObjectType> types = place instanceof Mapping mapping ? types(model, mapping) : null;
        return types == null ? decl -> true : decl -> types.contains(decl.type());
    }

    /** The types that fit the slot of a mapping; null when any does. */
    private static Set<ObjectType> types(CapdlModel model, Mapping mapping) {
        ObjectDecl container = mapping.eContainer() instanceof CapBody body && body.eContainer() instanceof CapItem item
                && item.getContainer() != null && item.getContainer().getName() != null
                        ? model.object(item.getContainer().getName()) : null;
        if (container == null || container.type() == null) {
            return null;
        }
        if (!container.is(ObjectType.TCB)) {
            return SlotRules.contents(container.type(), model.arch());
        }
        long number = mapping.getSlot() == null ? -1 : Numbers.index(mapping.getSlot());
        SymbolicSlot slot = mapping.getSlotName() != null ? SymbolicSlot.of(mapping.getSlotName())
                : number >= 0 && number < SymbolicSlot.values().length ? SymbolicSlot.values()[(int) number] : null;
        return slot == null ? null : SlotRules.tcbSlot(slot, model.arch());
    }
}
