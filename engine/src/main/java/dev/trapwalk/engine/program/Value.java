package dev.trapwalk.engine.program;

/** A word that a user program computes when it reaches the statement: a constant or something it received before. */
public sealed interface Value {

    /** A word known when the program was written. */
    record Constant(long word) implements Value {
    }

    /** The result stored under a name by an earlier statement of the same program. */
    record Variable(String name) implements Value {
    }

    /** Message register {@code index}, 0..119, as libsel4's seL4_GetMR reads it. */
    record MessageRegister(int index) implements Value {
    }

    /** A constant. */
    static Value of(long word) {
        return new Constant(word);
    }
}
