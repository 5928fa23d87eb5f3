package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.DumpRuns;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * E26: untypeds of a dump that lie in each other. Of several around an object the tool takes the smallest, and reads
 * their sizes from their names: {@code untyped@0xf000d000@12}.
 */
final class DumpUntypeds {
    private static final Pattern SIZE = Pattern.compile("-?(?:\\d+|0[xX][0-9a-fA-F]+|0[oO][0-7]+)");

    private record Region(ObjectEntry untyped, String name, long start, long end) {

        boolean contains(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
        }
    }

    /** Regions that overlap, or overlap what overlaps them, up to {@code end}: in most dumps each has one only. */
    private record Cluster(long end, List<Region> regions) {
    }

    private DumpUntypeds() {
    }

    static void check(CheckContext context) {
        DumpRuns runs = DumpRuns.of(context.model().module(), context.arch());
        NavigableMap<Long, Cluster> clusters = new TreeMap<>(Long::compareUnsigned);
        Set<ObjectEntry> reported = new HashSet<>();
        for (ObjectEntry entry : runs.entries()) {
            Long address = DumpRuns.address(DumpRuns.name(entry));
            Map.Entry<Long, Cluster> at = address == null ? null : clusters.floorEntry(address);
            if (at != null && at.getValue().regions().size() > 1) {
                around(context, at.getValue().regions().stream().filter(region -> region.contains(address)).toList(),
                        reported);
            }
            if (address != null && ObjectType.UT.keyword().equals(entry.getObject().getType())) {
                String name = DumpRuns.name(runs.head(entry));
                add(new Region(entry, name, address, address + runs.size(entry) - 1), clusters);
            }
        }
    }

    /** Makes one cluster, by its start, of a region and those that it overlaps; what contains nothing is left out. */
    private static void add(Region region, NavigableMap<Long, Cluster> clusters) {
        if (Long.compareUnsigned(region.start(), region.end()) >= 0) {
            return;
        }
        long start = region.start();
        long end = region.end();
        List<Region> regions = new ArrayList<>(List.of(region));
        Map.Entry<Long, Cluster> below = clusters.lowerEntry(end);
        while (below != null && Long.compareUnsigned(below.getValue().end(), start) > 0) {
            clusters.remove(below.getKey());
            start = Long.compareUnsigned(below.getKey(), start) < 0 ? below.getKey() : start;
            end = Long.compareUnsigned(below.getValue().end(), end) > 0 ? below.getValue().end() : end;
            regions.addAll(below.getValue().regions());
            below = clusters.lowerEntry(end);
        }
        clusters.put(start, new Cluster(end, regions));
    }

    private static void around(CheckContext context, List<Region> regions, Set<ObjectEntry> reported) {
        for (Region region : regions) {
            if (regions.size() > 1 && !hasSize(region.name()) && reported.add(region.untyped())) {
                context.report(Severity.WARNING, region.untyped().getPath().get(0), Literals.NAME_REF__NAME, Fix.NONE,
                        "E26.dumpUntyped", region.name());
            }
        }
    }

    private static boolean hasSize(String name) {
        String[] parts = name.split("@", -1);
        return parts.length > 2 && SIZE.matcher(parts[2]).matches();
    }
}
