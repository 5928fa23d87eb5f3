package dev.trapwalk.lang.ui.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Markdown as plain text and what is special in it. Tables become columns.
 *
 * @param text what is shown
 * @param spans what is bold or code
 */
record MarkdownText(String text, List<Span> spans) {

    /** A stretch of text: bold, or else in the font of code. */
    record Span(int offset, int length, boolean bold) {
    }

    static MarkdownText of(String markdown) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        List<String[]> table = new ArrayList<>();
        boolean fenced = false;
        for (String line : markdown.split("\n")) {
            if (line.startsWith("|")) {
                table.add(line.substring(1, line.lastIndexOf('|')).split("\\|"));
                continue;
            }
            table(table, text, spans);
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced) {
                spans.add(new Span(text.length(), line.length(), false));
                text.append(line).append('\n');
            } else if (!line.isEmpty()) {
                line(line, text, spans);
                text.append('\n');
            }
        }
        table(table, text, spans);
        return new MarkdownText(text.toString(), spans);
    }

    private static void table(List<String[]> rows, StringBuilder text, List<Span> spans) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        rows.removeIf(row -> row[0].startsWith("--"));
        for (String[] row : rows) {
            Arrays.setAll(row, i -> row[i].strip().replace("`", ""));
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            spans.add(new Span(text.length(), line.length(), false));
            text.append(line).append('\n');
        }
        rows.clear();
    }

    private static void line(String line, StringBuilder text, List<Span> spans) {
        int i = 0;
        while (i < line.length()) {
            String mark = line.startsWith("**", i) ? "**" : line.startsWith("`", i) ? "`" : "";
            int end = mark.isEmpty() ? -1 : line.indexOf(mark, i + mark.length());
            if (end < 0) {
                text.append(line.charAt(i++));
            } else {
                String inner = line.substring(i + mark.length(), end);
                spans.add(new Span(text.length(), inner.length(), mark.length() == 2));
                text.append(inner);
                i = end + mark.length();
            }
        }
    }
}
