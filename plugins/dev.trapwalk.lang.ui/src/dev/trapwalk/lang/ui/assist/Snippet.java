package dev.trapwalk.lang.ui.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An LSP snippet, taken apart.
 *
 * @param text what is inserted
 * @param stops places to fill in, by their order
 * @param end where the cursor goes in the end
 */
record Snippet(String text, List<Stop> stops, int end) {
    private static final Pattern PLACE = Pattern.compile("\\$(?:(\\d+)|\\{(\\d+)(?::([^}]*)|\\|([^}]*)\\|)?\\})");

    /** A place to fill in: where, how long, what else may stand there. */
    record Stop(int order, int offset, int length, List<String> choices) {
    }

    /** Reads {@code $1}, {@code ${1:text}} and {@code ${1|a,b|}}. */
    static Snippet of(String source) {
        StringBuilder text = new StringBuilder();
        List<Stop> stops = new ArrayList<>();
        int end = -1;
        Matcher place = PLACE.matcher(source);
        int last = 0;
        while (place.find()) {
            text.append(source, last, place.start());
            last = place.end();
            int order = Integer.parseInt(place.group(1) != null ? place.group(1) : place.group(2));
            List<String> choices = place.group(4) == null ? List.of() : Arrays.asList(place.group(4).split(","));
            String written = !choices.isEmpty() ? choices.get(0) : place.group(3) == null ? "" : place.group(3);
            if (order == 0) {
                end = text.length();
            } else {
                stops.add(new Stop(order, text.length(), written.length(), choices));
            }
            text.append(written);
        }
        text.append(source, last, source.length());
        stops.sort((a, b) -> Integer.compare(a.order(), b.order()));
        return new Snippet(text.toString(), stops, end < 0 ? text.length() : end);
    }
}
