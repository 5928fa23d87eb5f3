package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;

/** A way to read a 64-bit word as seL4's bit field. Which fields there are may depend on a type in the word itself. */
public final class WordLayout {

    private static final int BITS = Long.SIZE;

    private final String name;
    private final LongFunction<List<WordField>> fields;

    /**
     * @param key of the name in the texts of the session
     * @param fields by the word
     */
    WordLayout(String key, LongFunction<List<WordField>> fields) {
        this.name = Messages.get("word." + key);
        this.fields = fields;
    }

    /**
     * Some bits of a word and what they say.
     *
     * @param high highest bit, 63 at most
     * @param low lowest bit
     * @param name seL4's name of the field; empty for bits that are not used
     * @param value of the field: of an address all of it, also the bits that are not stored
     * @param text the value as people read it
     */
    public record Part(int high, int low, String name, long value, String text) {

        /** Whether these bits belong to no field. */
        public boolean isUnused() {
            return name.isEmpty();
        }

        /** Number of bits. */
        public int bits() {
            return high - low + 1;
        }
    }

    /** What it is a layout of, for people. */
    public String name() {
        return name;
    }

    /** The parts of a word from the highest bit to the lowest, those that are not used included. */
    public List<Part> read(MachineImage machine, long word) {
        List<WordField> sorted = new ArrayList<>(fields.apply(word));
        sorted.sort(Comparator.comparingInt(field -> -field.field().shift()));
        List<Part> parts = new ArrayList<>();
        int next = BITS - 1;
        for (WordField field : sorted) {
            int high = field.field().shift() + field.field().width() - 1;
            addUnused(parts, next, high + 1, word);
            long value = field.field().in(word);
            parts.add(new Part(high, field.field().shift(), field.field().name(), value, field.text(machine, value)));
            next = field.field().shift() - 1;
        }
        addUnused(parts, next, 0, word);
        return parts;
    }

    private static void addUnused(List<Part> parts, int high, int low, long word) {
        if (high >= low) {
            long value = word >>> low & (high - low == BITS - 1 ? -1 : (1L << high - low + 1) - 1);
            parts.add(new Part(high, low, "", value, value == 0 ? "" : Describer.hex(value)));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
