package dev.trapwalk.engine.session.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * The points passed in one unit, from its beginning up to some point. Immutable: later points are appended behind what
 * an earlier log sees.
 */
public final class PathLog {

    /** The log of a unit that has passed no point. */
    public static final PathLog EMPTY = new PathLog(new long[0], 0);

    private static final int WORDS = 5;
    private static final long OUTCOME = 1L << 32;
    private static final int DEPTH_SHIFT = 33;

    private final long[] words;
    private final int count;

    private PathLog(long[] words, int count) {
        this.words = words;
        this.count = count;
    }

    /** Number of points passed; the last one is where the machine stands. */
    public int count() {
        return count;
    }

    /** The kernel point passed as number {@code number}, 1..count. */
    public KernelPoint point(int number) {
        return Catalogue.point((int) words[at(number)]);
    }

    /** The outcome there. */
    public boolean outcome(int number) {
        return (words[at(number)] & OUTCOME) != 0;
    }

    /** Functions on the kernel stack there, the point's own included. */
    public int depth(int number) {
        return (int) (words[at(number)] >>> DEPTH_SHIFT);
    }

    /** Operand {@code index}, 0..3, passed there. */
    public long operand(int number, int index) {
        return words[at(number) + 1 + index];
    }

    /** Number of the point at which the function at stack level {@code level}, 1 = outermost, was entered. */
    public int entryOf(int level, int number) {
        int at = number;
        while (depth(at) != level || point(at).kind() != KernelPoint.Kind.ENTRY) {
            at--;
        }
        return at;
    }

    /**
     * Depth of calls there: functions on the stack that were called. One that never returns was not called but jumped
     * to, so it stands where its caller stood.
     */
    public int callDepth(int number) {
        int calls = 1;
        int at = number;
        for (int level = depth(number); level > 1; level--) {
            at = entryOf(level, at);
            calls += point(at).function().returns() ? 1 : 0;
            at--;
        }
        return calls;
    }

    /** All that is known of one passed point. */
    public PassedPoint get(int number) {
        KernelPoint point = point(number);
        int size = point.kind() == KernelPoint.Kind.RETURN ? 1 : point.operands().size();
        List<Long> operands = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            operands.add(operand(number, i));
        }
        return new PassedPoint(number, point, outcome(number), depth(number), operands);
    }

    /** All passed points in order. */
    public List<PassedPoint> all() {
        List<PassedPoint> all = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            all.add(get(number));
        }
        return all;
    }

    private int at(int number) {
        if (number < 1 || number > count) {
            throw new IndexOutOfBoundsException(number);
        }
        return (number - 1) * WORDS;
    }

    /** Writes a log. Used by one thread; the logs it hands out may be read by any. */
    public static final class Recorder {

        private long[] words = new long[64 * WORDS];
        private int count;

        /** Begins the log of another unit; logs handed out before keep their words. */
        public void begin() {
            words = new long[64 * WORDS];
            count = 0;
        }

        /** Appends a passed point. */
        public void append(KernelPoint point, boolean outcome, int depth, long a, long b, long c, long d) {
            int at = count++ * WORDS;
            if (at == words.length) {
                words = Arrays.copyOf(words, at * 2);
            }
            words[at] = point.index() | (outcome ? OUTCOME : 0) | (long) depth << DEPTH_SHIFT;
            words[at + 1] = a;
            words[at + 2] = b;
            words[at + 3] = c;
            words[at + 4] = d;
        }

        /** Number of points appended. */
        public int count() {
            return count;
        }

        /** What was passed so far. */
        public PathLog log() {
            return new PathLog(words, count);
        }
    }
}
