package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.capdl.NameRef;

/** Reads the left-factored syntax of mappings: {@code slot: name = target} and its shorter forms. */
public final class Mappings {

    private Mappings() {
    }

    /** Whether the slot is given, as a number or by name. */
    public static boolean hasSlot(Mapping mapping) {
        return mapping.getSlot() != null || mapping.getSlotName() != null;
    }

    /** The name that the capability gets, or null. */
    public static NameRef name(Mapping mapping) {
        return mapping.getSource() == null ? null : mapping.getRef();
    }

    /** What the capability designates: an object, or for a copy the name of a capability. */
    public static NameRef target(Mapping mapping) {
        return mapping.getSource() == null ? mapping.getRef() : mapping.getSource();
    }
}
