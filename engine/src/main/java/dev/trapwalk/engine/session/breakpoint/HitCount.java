package dev.trapwalk.engine.session.breakpoint;

import java.util.Optional;

/**
 * Which of a breakpoint's hits count. Hits are counted from where the breakpoint was set; going back uncounts them.
 *
 * @param relation how the number of the hit, 1 for the first, is compared
 * @param count with what; 1 or more
 */
public record HitCount(Relation relation, long count) {

    /** Comparison of the number of a hit. */
    public enum Relation {
        /** Exactly that hit. */
        EQUAL("=="),
        /** That hit and all later ones. */
        AT_LEAST(">="),
        /** Every count-th hit. */
        EVERY("%");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As written by people. */
        public String sign() {
            return sign;
        }
    }

    /** Every hit. */
    public static final HitCount ALL = new HitCount(Relation.AT_LEAST, 1);

    public HitCount {
        if (count < 1) {
            throw new IllegalArgumentException("hit count: " + count);
        }
    }

    /** Reads {@code 3}, {@code == 3}, {@code >= 3} or {@code % 3}; empty when the text is none of these. */
    public static Optional<HitCount> parse(String text) {
        String rest = text.strip();
        if (rest.isEmpty()) {
            return Optional.of(ALL);
        }
        Relation relation = Relation.EQUAL;
        for (Relation candidate : Relation.values()) {
            if (rest.startsWith(candidate.sign)) {
                relation = candidate;
                rest = rest.substring(candidate.sign.length()).strip();
                break;
            }
        }
        try {
            return Optional.of(new HitCount(relation, Long.parseLong(rest)));
        } catch (IllegalArgumentException notACount) {
            return Optional.empty();
        }
    }

    /** Whether the hit with that number counts. */
    public boolean accepts(long number) {
        return switch (relation) {
            case EQUAL -> number == count;
            case AT_LEAST -> number >= count;
            case EVERY -> Math.floorMod(number, count) == 0;
        };
    }

    @Override
    public String toString() {
        return this.equals(ALL) ? "" : relation.sign + " " + count;
    }
}
