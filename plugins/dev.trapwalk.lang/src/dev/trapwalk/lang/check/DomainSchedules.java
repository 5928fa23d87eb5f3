package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Numbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E24: domain schedules that the tool refuses. */
final class DomainSchedules implements Check {
    private static final Set<String> KEYS = Set.of("schedule", "domain_set_start", "index_shift");
    private static final int MAX_DOMAIN = 255;
    /** A duration is the upper 56 bits of a word. */
    private static final int DURATION_BITS = 56;

    @Override
    public String id() {
        return "E24";
    }

    @Override
    public void check(CheckContext context) {
        Map<String, DomainItem> items = new HashMap<>();
        List<DomainItem> again = new ArrayList<>();
        for (Section section : context.model().module().getSections()) {
            if (section instanceof DomainsSection domains) {
                for (DomainItem item : domains.getItems()) {
                    item(context, item, items, again);
                }
            }
        }
        // Without a schedule the tool looks at the others only when it writes them out.
        boolean refused = items.containsKey("schedule");
        context.enter(refused ? id() : "E26");
        again.forEach(item -> context.report(refused ? Severity.ERROR : Severity.WARNING, item, null, Fix.remove(),
                "E24.domainTwice", item.getKey()));
        context.enter(id());
        if (items.containsKey("schedule")) {
            start(context, items.get("domain_set_start"), items.get("schedule"));
        }
    }

    private static void item(CheckContext context, DomainItem item, Map<String, DomainItem> items,
            List<DomainItem> again) {
        String key = item.getKey();
        if (context.isBroken(item)) {
            return;
        }
        if (!KEYS.contains(key)) {
            List<String> similar = Similar.to(key, KEYS);
            context.report(Severity.ERROR, item, dev.trapwalk.lang.capdl.CapdlPackage.Literals.DOMAIN_ITEM__KEY,
                    similar.isEmpty() ? Fix.NONE : Fix.replace(similar.toArray(String[]::new)), "E24.domainKey", key);
        } else if (items.putIfAbsent(key, item) != null) {
            again.add(item);
        } else if (key.equals("schedule") != item.isList()
                || key.equals("index_shift") && item.getNumber() == null
                || item.getWord() != null && !item.getWord().equals("no_start")) {
            context.error(item, null, "E24.domainValue." + key);
        }
        for (DomainEntry entry : item.getEntries()) {
            entry(context, entry);
        }
    }

    private static void entry(CheckContext context, DomainEntry entry) {
        if (entry.getDomain() == null || entry.getDuration() == null) {
            return;
        }
        BigInteger domain = Numbers.wrap(entry.getDomain());
        BigInteger duration = Numbers.wrap(entry.getDuration());
        if (domain.compareTo(BigInteger.valueOf(MAX_DOMAIN)) > 0) {
            context.error(entry, null, "E24.domain", domain, MAX_DOMAIN);
        } else if (duration.bitLength() > DURATION_BITS) {
            context.error(entry, null, "E24.duration", duration, DURATION_BITS);
        } else if (duration.signum() == 0 && domain.signum() != 0) {
            context.error(entry, null, "E24.zero", domain);
        }
    }

    private static void start(CheckContext context, DomainItem start, DomainItem schedule) {
        if (start != null && start.getNumber() == null) {
            return;
        }
        // A schedule that does not say where it starts starts at 0.
        List<DomainEntry> entries = schedule.getEntries();
        long index = start == null ? 0 : Numbers.index(start.getNumber());
        if (index >= entries.size()) {
            context.error(start == null ? schedule : start, null, "E24.start", index, entries.size());
        } else if (isMarker(entries.get((int) index))) {
            context.error(start == null ? entries.get(0) : start, null, "E24.startMarker", index);
        }
    }

    private static boolean isMarker(DomainEntry entry) {
        return BigInteger.ZERO.equals(entry.getDuration()) && BigInteger.ZERO.equals(entry.getDomain());
    }
}
