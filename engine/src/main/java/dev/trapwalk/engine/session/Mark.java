package dev.trapwalk.engine.session;

import java.util.Optional;

/**
 * A point in the total order of a session's steps; the same scenario has the same marks in every run and every front
 * end.
 *
 * <p>The machine runs in <em>units</em>: one user instruction together with the kernel entry that it causes, if any.
 * Point 0 is user mode before the unit; point n is the n-th kernel point passed in it. Written {@code 17.4}.
 *
 * @param unit number of the unit since boot, 0 = the first
 * @param point number of the kernel point within the unit, 0 = user mode before it
 */
public record Mark(long unit, int point) implements Comparable<Mark> {

    /** Right after boot. */
    public static final Mark START = new Mark(0, 0);

    public Mark {
        if (unit < 0 || point < 0) {
            throw new IllegalArgumentException("mark out of range: " + unit + "." + point);
        }
    }

    /** User mode before a unit. */
    public static Mark user(long unit) {
        return new Mark(unit, 0);
    }

    /** Reads what {@link #toString()} writes; empty when the text is not a mark. */
    public static Optional<Mark> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return dot < 0 ? Optional.of(user(Long.parseLong(text.trim())))
                    : Optional.of(new Mark(Long.parseLong(text.substring(0, dot).trim()),
                            Integer.parseInt(text.substring(dot + 1).trim())));
        } catch (IllegalArgumentException notAMark) {
            return Optional.empty();
        }
    }

    /** Whether the machine is in user mode here. */
    public boolean isUserMode() {
        return point == 0;
    }

    /** Whether this mark comes before another. */
    public boolean isBefore(Mark other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Mark other) {
        int byUnit = Long.compare(unit, other.unit);
        return byUnit != 0 ? byUnit : Integer.compare(point, other.point);
    }

    @Override
    public String toString() {
        return unit + "." + point;
    }
}
