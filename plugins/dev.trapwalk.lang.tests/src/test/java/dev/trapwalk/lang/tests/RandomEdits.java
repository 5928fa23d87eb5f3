package dev.trapwalk.lang.tests;

import java.util.List;
import java.util.Random;

/** What people and cats do to a text: characters, brackets, whole lines come and go anywhere. */
final class RandomEdits {
    private static final List<String> TYPED = List.of("{", "}", "(", ")", "[", "]", "\n", "x", "= ", ",", ";", "-", "0x", "12_",
            "\"", "#", "-- c", "/*", "*/", "é", "<", "..", "caps {", "objects {", "arch", "cdt {", "a = ep\n", "1: b",
            "x { 0: y }\n", "-- trapwalk: ignore E01\n");

    private final Random random;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    /** {@code text} after one edit. */
    String edit(String text) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(3) == 0) {
            return text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(12)));
        }
        return text.substring(0, at) + TYPED.get(random.nextInt(TYPED.size())) + text.substring(at);
    }
}
