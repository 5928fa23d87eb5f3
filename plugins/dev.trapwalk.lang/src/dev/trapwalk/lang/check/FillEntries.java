package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.FillItem;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.check.CheckContext.Fix;

/** E26: fill entries that the tool reads otherwise: it splits them at white space and ends them at the first brace. */
final class FillEntries {

    private FillEntries() {
    }

    static void check(CheckContext context, ListValue list) {
        for (ListItem item : list.getItems()) {
            if (item instanceof FillItem fill && fill.getText() != null && fill.getText().length() >= 2) {
                String inner = fill.getText().substring(1, fill.getText().length() - 1);
                if (inner.indexOf('}') >= 0) {
                    context.report(Severity.WARNING, fill, null, Fix.NONE, "E26.fillBrace");
                } else if (inner.isBlank()) {
                    context.report(Severity.WARNING, fill, null, Fix.NONE, "E26.fillEmpty");
                } else if (inner.matches("(?s).*\\s/\\*.*\\*/")) {
                    context.report(Severity.WARNING, fill, null, Fix.NONE, "E26.fillBlank");
                } else if (Character.isWhitespace(inner.charAt(inner.length() - 1))) {
                    context.report(Severity.WARNING, fill, null, Fix.replace("{" + inner.strip() + "}"),
                            "E26.fillBlank");
                }
            }
        }
    }
}
