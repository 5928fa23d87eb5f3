package dev.trapwalk.engine.point;

import java.util.List;
import java.util.Optional;

/**
 * One named place in a kernel function where the machine can stop. Declared beside the code that passes it, see
 * {@link KernelFunction}; equality is identity.
 */
public final class KernelPoint {

    /** What kind of place a point is. */
    public enum Kind {
        /** The function was entered; operands are its arguments. */
        ENTRY,
        /** A condition that must hold to go on: when it fails, the path is left or an error is returned. */
        CHECK,
        /** A decision with two ways on, neither of them a refusal. */
        BRANCH,
        /** Something was done or found. */
        ACTION,
        /** The function returns; the operand, if any, is its result. */
        RETURN
    }

    private final KernelFunction function;
    private final String name;
    private final Kind kind;
    private final List<Operand> operands;
    private final int index;

    KernelPoint(KernelFunction function, String name, Kind kind, List<Operand> operands, int index) {
        this.function = function;
        this.name = name;
        this.kind = kind;
        this.operands = List.copyOf(operands);
        this.index = index;
    }

    /** Stable id such as {@code fastpath_call/ep_in_recv}; entries and returns are named entry and return. */
    public String id() {
        return function.name() + "/" + name;
    }

    /** Name within its function. */
    public String name() {
        return name;
    }

    /** The kernel function whose point this is. */
    public KernelFunction function() {
        return function;
    }

    /** What kind of place this is. */
    public Kind kind() {
        return kind;
    }

    /** Whether the point has an outcome. */
    public boolean isDecision() {
        return kind == Kind.CHECK || kind == Kind.BRANCH;
    }

    /** What the values passed at this point mean, in order. */
    public List<Operand> operands() {
        return operands;
    }

    /** Dense number in the catalogue, for arrays by point; not stable across versions. */
    public int index() {
        return index;
    }

    /** One line in plain words: what is decided or done here. */
    public String text() {
        return function.text(id());
    }

    /** What must hold for a check to pass, in a few characters such as {@code length <= 4}; empty if none is given. */
    public Optional<String> rule() {
        return function.rule(id());
    }

    @Override
    public String toString() {
        return id();
    }
}
