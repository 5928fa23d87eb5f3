package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.model.Numbers;
import java.util.Objects;
import java.util.stream.Collectors;

/** The domain schedule in capDL, as one section whatever it was split into. */
final class DomainTexts {

    private DomainTexts() {
    }

    /** The section, or an empty text when the layout says nothing about domains. */
    static String section(Module module) {
        StringBuilder items = new StringBuilder();
        for (String key : new String[] {"schedule", "domain_set_start", "index_shift"}) {
            module.getSections().stream().filter(DomainsSection.class::isInstance).map(DomainsSection.class::cast)
                    .flatMap(section -> section.getItems().stream()).filter(item -> key.equals(item.getKey()))
                    .findFirst().map(DomainTexts::value).filter(Objects::nonNull)
                    .ifPresent(value -> items.append("    ").append(key).append(": ").append(value).append('\n'));
        }
        return items.isEmpty() ? "" : "\ndomains {\n" + items + "}\n";
    }

    /** The value of an item; null when it says what holds without it. */
    private static String value(DomainItem item) {
        if (item.isList()) {
            return item.getEntries().stream().map(DomainTexts::entry).collect(Collectors.joining(", ", "[", "]"));
        }
        if (item.getNumber() != null) {
            return item.getNumber().signum() == 0 ? null : Numbers.wrap(item.getNumber()).toString();
        }
        return item.getWord();
    }

    private static String entry(DomainEntry entry) {
        String unit = entry.getUnit() == null || entry.getUnit().equals("ticks") ? "" : " " + entry.getUnit();
        return "(" + Numbers.wrap(entry.getDomain()) + ", " + Numbers.wrap(entry.getDuration()) + unit + ")";
    }
}
