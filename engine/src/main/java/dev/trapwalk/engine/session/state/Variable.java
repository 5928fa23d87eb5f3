package dev.trapwalk.engine.session.state;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.point.Operand;

/**
 * A named value of a stop. The name is stable from stop to stop; text and children are worked out when asked for, from
 * the picture of the machine.
 *
 * @param name seL4's name
 * @param kind how the value is read
 * @param value the word or field value
 * @param storage where it is kept in memory; empty for what a kernel function holds in a C variable: cannot be changed
 * @param machine the machine at that stop
 */
public record Variable(String name, Operand.Kind kind, long value, Optional<FieldRef> storage, MachineImage machine) {

    /** A value that is not kept in memory. */
    public static Variable of(String name, Operand.Kind kind, long value, MachineImage machine) {
        return new Variable(name, kind, value, Optional.empty(), machine);
    }

    /** A field in memory. */
    public static Variable field(String name, FieldSpec spec, long base, MachineImage machine) {
        return new Variable(name, spec.kind(), machine.get(spec.field(), base),
                Optional.of(new FieldRef(base, spec.field())), machine);
    }

    /** The value as people read it. */
    public String text() {
        return machine.describe().text(kind, value);
    }

    /** The value as a bare word: hexadecimal. */
    public String raw() {
        return Describer.hex(value);
    }

    /** Whether there is more to see inside. */
    public boolean hasChildren() {
        return VariableTree.hasChildren(this);
    }

    /** What is inside: fields of a message info, a capability, a slot, a TCB, an endpoint ... in a fixed order. */
    public List<Variable> children() {
        return VariableTree.children(this);
    }

    /** Whether a value can be set here. */
    public boolean canChange() {
        return storage.isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable that && name.equals(that.name) && kind == that.kind && value == that.value
                && storage.equals(that.storage);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Long.hashCode(value);
    }

    @Override
    public String toString() {
        return name + " = " + text();
    }
}
