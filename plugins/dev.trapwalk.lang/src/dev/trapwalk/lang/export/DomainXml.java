package dev.trapwalk.lang.export;

import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.model.Numbers;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The domain schedule as XML; nothing when the layout has none. */
final class DomainXml {

    private DomainXml() {
    }

    static void write(Module module, XmlElements xml) throws XMLStreamException {
        List<DomainItem> items = module.getSections().stream().filter(DomainsSection.class::isInstance)
                .map(DomainsSection.class::cast).flatMap(section -> section.getItems().stream()).toList();
        Optional<DomainItem> schedule = item(items, "schedule");
        if (schedule.isPresent()) {
            xml.start("domains", "domain_set_start", number(item(items, "domain_set_start")), "index_shift",
                    number(item(items, "index_shift")));
            xml.start("schedule");
            for (DomainEntry entry : schedule.get().getEntries()) {
                xml.empty("item", "domain", Numbers.wrap(entry.getDomain()).toString(), "duration", duration(entry));
            }
            xml.end();
            xml.end();
        }
    }

    private static Optional<DomainItem> item(List<DomainItem> items, String key) {
        return items.stream().filter(item -> key.equals(item.getKey())).findFirst();
    }

    private static String number(Optional<DomainItem> item) {
        return item.map(given -> given.getNumber() == null ? given.getWord() : Numbers.wrap(given.getNumber()).toString())
                .orElse("0");
    }

    private static String duration(DomainEntry entry) {
        return entry.getDuration().signum() == 0 ? "0"
                : Numbers.wrap(entry.getDuration()) + (entry.getUnit() == null ? " ticks" : " " + entry.getUnit());
    }
}
