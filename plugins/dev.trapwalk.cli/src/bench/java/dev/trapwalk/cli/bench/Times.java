package dev.trapwalk.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one thing done several times, in milliseconds. */
final class Times {
    private final List<Double> sorted = new ArrayList<>();

    void add(long nanoseconds) {
        sorted.add(nanoseconds / 1e6);
        Collections.sort(sorted);
    }

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    /** A line of the table: the median, the value that nine of ten keep, the goal if there is one. */
    String line(String what, double goal) {
        return String.format(Locale.ROOT, "%-48s %9.1f ms %9.1f ms %5d %s", what, median(), sorted.get(sorted.size() * 9 / 10),
                sorted.size(), goal <= 0 ? "" : String.format(Locale.ROOT, "%9.0f ms", goal));
    }
}
