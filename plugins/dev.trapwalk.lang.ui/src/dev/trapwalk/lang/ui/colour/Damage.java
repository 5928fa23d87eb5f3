package dev.trapwalk.lang.ui.colour;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Tokens;

/**
 * What must be painted anew in a changed text.
 *
 * @param from offset of the first token that is or means something else
 * @param to offset behind the last one
 */
record Damage(int from, int to) {

    /** The tokens that differ between two texts, in offsets of the second. */
    static Damage between(TextSnapshot old, TextSnapshot now) {
        Tokens before = old.tokens();
        Tokens after = now.tokens();
        int shortest = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shortest && before.start(first) == after.start(first) && same(old, first, now, first)) {
            first++;
        }
        int last = 0;
        while (last < shortest - first && same(old, before.size() - 1 - last, now, after.size() - 1 - last)) {
            last++;
        }
        int end = after.size() - last;
        if (first >= end) {
            int offset = first < after.size() ? after.start(first) : now.text().length();
            return new Damage(offset, offset);
        }
        return new Damage(after.start(first), after.end(end - 1));
    }

    private static boolean same(TextSnapshot old, int i, TextSnapshot now, int j) {
        return old.tokens().end(i) - old.tokens().start(i) == now.tokens().end(j) - now.tokens().start(j)
                && old.syntax().role(i) == now.syntax().role(j);
    }
}
