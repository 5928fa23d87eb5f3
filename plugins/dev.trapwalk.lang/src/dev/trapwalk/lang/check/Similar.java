package dev.trapwalk.lang.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds names that a person may have meant. */
final class Similar {
    private static final int MOST = 3;
    /** Beyond this many candidates the search would be felt while typing. */
    private static final int MOST_CANDIDATES = 200_000;

    private Similar() {
    }

    /** Up to three candidates within a few typing errors of {@code name}, nearest first. */
    static List<String> to(String name, Collection<String> candidates) {
        if (candidates.size() > MOST_CANDIDATES) {
            return List.of();
        }
        // Of names of one or two letters every other one is similar.
        int limit = name.length() < 3 ? 0 : Math.max(1, name.length() / 4);
        record Candidate(String name, int distance) {
        }
        return candidates.stream().filter(other -> Math.abs(other.length() - name.length()) <= limit)
                .map(other -> new Candidate(other, distance(name, other, limit)))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(MOST)
                .map(Candidate::name).toList();
    }

    /** Edit distance with transpositions, given up beyond {@code limit}. */
    static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
                least = Math.min(least, current[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = previous;
            previous = current;
            current = free;
        }
        return previous[b.length()];
    }
}
