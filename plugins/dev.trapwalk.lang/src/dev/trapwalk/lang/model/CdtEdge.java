package dev.trapwalk.lang.model;

import org.eclipse.emf.ecore.EObject;

/**
 * Says that the capabilities in {@code child} are derived from the one in {@code parent}.
 *
 * @param toolSlot the slot that the tool takes for the child's: it counts only the positional entries with a parent
 * @param source the slot reference that states it: the child in a cdt section, the parent after {@code child_of}
 */
public record CdtEdge(SlotPlace child, SlotPlace parent, long toolSlot, EObject source) {

    /** Whether the tool derives what is in another slot than {@code child} says. */
    public boolean isMisplaced() {
        return toolSlot != child.slot();
    }

    /** The slots that the tool takes for the child's. */
    public SlotPlace toolChild() {
        return new SlotPlace(child.container(), child.decl(), child.low(), child.high(), toolSlot, child.count());
    }
}
