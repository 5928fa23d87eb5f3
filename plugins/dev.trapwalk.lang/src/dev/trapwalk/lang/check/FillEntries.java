package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.FillItem;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.FillEntry;

/** E26: fill entries that the tool reads otherwise: it splits them at white space and ends them at the first brace. */
final class FillEntries {

    private FillEntries() {
    }

    static void check(CheckContext context, ListValue list) {
        for (ListItem item : list.getItems()) {
            FillEntry entry = entry(item);
            if (entry == null) {
                continue;
            }
            if (entry.end() < ((FillItem) item).getText().length()) {
                context.report(Severity.WARNING, item, null, Fix.NONE, "E26.fillBrace");
            } else if (entry.words().isEmpty()) {
                context.report(Severity.WARNING, item, null, Fix.NONE, "E26.fillEmpty");
            } else if (!entry.tight()) {
                context.report(Severity.WARNING, item, null, Fix.replace("{" + String.join(" ", entry.words()) + "}"),
                        "E26.fillBlank");
            }
            if (entry.words().stream().anyMatch(word -> word.indexOf('{') >= 0)) {
                swallows(context, item);
            }
        }
    }

    /** A forgotten brace: everything up to the end of the next entry is text of this one, also whole objects. */
    private static void swallows(CheckContext context, ListItem item) {
        int start = context.offset(item);
        int lineEnd = context.text().indexOf('\n', start);
        int end = context.tree().end(item);
        context.enter("E22");
        context.report(Severity.WARNING, start, (lineEnd < 0 ? end : Math.min(lineEnd, end)) - start, Fix.NONE, "E22.fillOpen");
        context.enter("E26");
    }

    /** What an item of a list says, or null when it is no fill entry. */
    static FillEntry entry(ListItem item) {
        return item instanceof FillItem fill && fill.getText() != null ? FillEntry.of(fill.getText()) : null;
    }
}
