package dev.trapwalk.lang.ide.tables;

import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.ObjectRef;
import java.util.List;
import java.util.Locale;

/**
 * One row of a table.
 *
 * @param cells texts, one for each column
 * @param object what the row is about; null for an empty range
 * @param run the capabilities that fill the range; null for an empty one
 */
public record LayoutRow(List<String> cells, ObjectRef object, CapRun run) {

    public LayoutRow {
        cells = List.copyOf(cells);
    }

    /** Whether there is nothing in this range. */
    public boolean isGap() {
        return run == null;
    }

    /** Where it is written, or null. */
    public Mapping where() {
        return run == null ? null : run.source();
    }

    /** Whether some cell contains {@code word}, in whatever case. */
    public boolean fits(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return word.isEmpty() || cells.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(lower));
    }
}
