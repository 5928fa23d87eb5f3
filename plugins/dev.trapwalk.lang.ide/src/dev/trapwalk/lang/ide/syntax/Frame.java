package dev.trapwalk.lang.ide.syntax;

/**
 * One level of nesting while tokens are read, and how far its present item has come. Fields hold indexes of tokens, -1
 * when there is none.
 */
public final class Frame {

    /** The kind of bracket, or the file itself. */
    public enum Kind {
        FILE, OBJECTS, OBJECT_PARAMS, CAPS, CAP_BODY, CAP_PARAMS, SLOT_REF, CDT, IRQ_MAPS, DOMAINS, PROGRAM, ARGUMENTS,
        INDEX, LIST
    }

    /** What may come next in the present item. */
    public enum State {
        /** A new item. */
        START,
        /** After {@code arch}, {@code program} or a section's name. */
        HEADER,
        /** After a name that may go on. */
        NAME,
        /** After {@code /} of a path. */
        PATH,
        /** After {@code =} of a declaration: a type. */
        TYPE,
        /** After the type or the target: parameters. */
        AFTER,
        /** After {@code slot:} or {@code name =}: a target. */
        TARGET,
        /** After {@code <}: the name of a capability. */
        COPY,
        /** After {@code -}: child_of. */
        DASH,
        /** After {@code child_of}. */
        PARENT,
        /** After {@code key:}. */
        VALUE
    }

    final Kind kind;
    final Frame outer;
    State state = State.START;
    int name = -1;
    int type = -1;
    int slot = -1;
    int target = -1;
    int key = -1;
    boolean copy;
    /** Index of the token that opened it. */
    final int opener;

    Frame(Kind kind, Frame outer, int opener) {
        this.kind = kind;
        this.outer = outer;
        this.opener = opener;
    }

    void restart() {
        state = State.START;
        name = -1;
        type = -1;
        slot = -1;
        target = -1;
        key = -1;
        copy = false;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    /** The surrounding level, or null for the file. */
    public Frame outer() {
        return outer;
    }

    /** Index of the opening bracket. */
    public int opener() {
        return opener;
    }

    /** The last name: an object that is declared, a container, the name before {@code =}, the called function. */
    public int name() {
        return name;
    }

    /** The type of the object that is declared. */
    public int type() {
        return type;
    }

    /** The slot of the present mapping. */
    public int slot() {
        return slot;
    }

    /** What the present mapping designates. */
    public int target() {
        return target;
    }

    /** The key of the present parameter. */
    public int key() {
        return key;
    }

    /** Whether the present mapping is a copy. */
    public boolean isCopy() {
        return copy;
    }
}
