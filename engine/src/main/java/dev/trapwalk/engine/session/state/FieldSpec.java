package dev.trapwalk.engine.session.state;

import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.point.Operand;

/** A field of a kernel object or capability and how its value is read. */
public record FieldSpec(BitField field, Operand.Kind kind) {

    /** seL4's name of the field. */
    public String name() {
        return field.name();
    }
}
