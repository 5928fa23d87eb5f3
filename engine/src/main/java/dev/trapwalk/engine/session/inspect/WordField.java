package dev.trapwalk.engine.session.inspect;

import java.util.function.LongFunction;

import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * A field of a word and how its value is read.
 *
 * @param field which bits; its word index is not looked at
 * @param kind how the value is read where there is no name for it
 * @param names seL4's name of a value; null where numbers have none
 */
record WordField(BitField field, Operand.Kind kind, LongFunction<String> names) {

    static WordField of(FieldSpec spec) {
        return new WordField(spec.field(), spec.kind(), null);
    }

    static WordField of(BitField field, Operand.Kind kind) {
        return new WordField(field, kind, null);
    }

    /** A field whose values have names, the first one's for 0; other values are shown as numbers. */
    static WordField named(BitField field, String... names) {
        return new WordField(field, Operand.Kind.COUNT,
                value -> value >= 0 && value < names.length ? names[(int) value] : null);
    }

    String text(MachineImage machine, long value) {
        String name = names == null ? null : names.apply(value);
        return name == null ? machine.describe().text(kind, value) : name;
    }
}
