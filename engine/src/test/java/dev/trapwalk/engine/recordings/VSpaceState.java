package dev.trapwalk.engine.recordings;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;

/** Decodes VSpaces, tables outside of VSpaces and ASIDs into the form of the extension recordings. */
final class VSpaceState {

    private static final int ENTRIES = 512;
    private static final int KERNEL_ENTRIES = 256;
    private static final long ADDRESS = 0x000ffffffffff000L;
    private static final long LARGE = 1 << 7;
    private static final int ASID_POOLS = 8;

    private final PhysicalMemory memory;
    private final Names names;
    private final Set<Long> rootEntries;
    private final Map<Long, JsonArray> asidsOf = new LinkedHashMap<>();
    private final Map<Long, Integer> tables = new LinkedHashMap<>();
    private final Set<Long> reachable = new HashSet<>();
    private final long rootVSpace;

    /** @param rootEntries addresses of the entries that the root task's VSpace had from the start */
    VSpaceState(PhysicalMemory memory, Names names, long rootVSpace, Set<Long> rootEntries) {
        this.memory = memory;
        this.names = names;
        this.rootVSpace = rootVSpace;
        this.rootEntries = rootEntries;
    }

    /** Adds asids, vspaces, detached_tables and paddr. */
    void decode(JsonObject json) {
        json.add("asids", asids());
        asidsOf.computeIfAbsent(rootVSpace, key -> new JsonArray());
        collectTables();
        JsonObject vspaces = new JsonObject();
        asidsOf.forEach((pml4, asids) -> vspaces.add(names.object(pml4), vspace(pml4, asids)));
        json.add("vspaces", vspaces);
        JsonObject detached = new JsonObject();
        tables.forEach((table, shift) -> {
            if (!reachable.contains(table)) {
                detached.add(names.object(table), detached(table, shift));
            }
        });
        json.add("detached_tables", detached);
        JsonObject paddr = new JsonObject();
        for (Names.Placed object : names.all()) {
            if (object.isUntyped() || object.type().equals("frame4k") || object.type().equals("large2m")
                    || object.type().equals("huge1g")) {
                CapDecoder.hex(paddr, object.name(), PhysicalMemory.paddr(object.address()));
            }
        }
        json.add("paddr", paddr);
    }

    private JsonObject asids() {
        JsonObject pools = new JsonObject();
        JsonObject map = new JsonObject();
        for (int i = 0; i < ASID_POOLS; i++) {
            long pool = memory.read(KernelGlobals.X86KS_ASID_TABLE + 8L * i);
            if (pool == 0) {
                continue;
            }
            pools.addProperty(Integer.toString(i * ENTRIES), names.object(pool));
            for (int low = 0; low < ENTRIES; low++) {
                long entry = memory.read(pool + 8L * low);
                if (entry != 0) {
                    long pml4 = entry >> 16;
                    int asid = i * ENTRIES + low;
                    map.addProperty(Integer.toString(asid), names.object(pml4));
                    asidsOf.computeIfAbsent(pml4, key -> new JsonArray()).add(asid);
                }
            }
        }
        JsonObject json = new JsonObject();
        json.add("pools", pools);
        json.add("map", map);
        return json;
    }

    /** Finds every table and every PML4 that a capability of the scenario or of the harness refers to. */
    private void collectTables() {
        for (int i = 0; i < 64; i++) {
            note(SetUp.rootCNode() + (long) (Harness.ORIGINALS + i) * Cte.BYTES);
        }
        for (Names.Placed object : names.all()) {
            switch (object.type()) {
                case "cnode" -> {
                    for (int slot = 0; slot < 1 << object.sizeBits(); slot++) {
                        note(object.address() + (long) slot * Cte.BYTES);
                    }
                }
                case "page_table" -> tables.put(object.address(), 12);
                case "page_directory" -> tables.put(object.address(), 21);
                case "pdpt" -> tables.put(object.address(), 30);
                case "vspace" -> asidsOf.computeIfAbsent(object.address(), key -> new JsonArray());
                default -> { }
            }
        }
    }

    private void note(long slot) {
        Cap cap = new Cap().load(memory, slot);
        if (cap.is(CapType.PML4)) {
            asidsOf.computeIfAbsent(Pml4Cap.BASE_PTR.get(cap), key -> new JsonArray());
        } else if (cap.is(CapType.PDPT)) {
            tables.put(PdptCap.BASE_PTR.get(cap), 30);
        } else if (cap.is(CapType.PAGE_DIRECTORY)) {
            tables.put(PageDirectoryCap.BASE_PTR.get(cap), 21);
        } else if (cap.is(CapType.PAGE_TABLE)) {
            tables.put(PageTableCap.BASE_PTR.get(cap), 12);
        }
    }

    private JsonObject vspace(long pml4, JsonArray asids) {
        JsonObject json = new JsonObject();
        json.add("asids", asids);
        JsonArray kernel = new JsonArray();
        for (int i = KERNEL_ENTRIES; i < ENTRIES; i++) {
            if ((memory.read(pml4 + 8L * i) & 1) != 0) {
                kernel.add(i);
            }
        }
        json.add("kernel_entries", kernel);
        JsonArray entries = new JsonArray();
        walk(pml4, 39, 0, KERNEL_ENTRIES, entries);
        json.add("entries", entries);
        return json;
    }

    private void walk(long table, int shift, long base, int count, JsonArray into) {
        for (int i = 0; i < count; i++) {
            long at = table + 8L * i;
            long entry = memory.read(at);
            if (entry == 0) {
                continue;
            }
            long vaddr = base + ((long) i << shift);
            if (!rootEntries.contains(at)) {
                JsonObject json = entry(entry, shift);
                CapDecoder.hex(json, "vaddr", vaddr);
                into.add(json);
            }
            if ((entry & 1) != 0 && shift > 12 && (shift == 39 || (entry & LARGE) == 0)) {
                long below = PhysicalMemory.pptr(entry & ADDRESS);
                reachable.add(below);
                walk(below, shift - 9, vaddr, ENTRIES, into);
            }
        }
    }

    private JsonObject detached(long table, int shift) {
        JsonObject json = new JsonObject();
        for (int i = 0; i < ENTRIES; i++) {
            long entry = memory.read(table + 8L * i);
            if (entry != 0) {
                json.add(Integer.toString(i), entry(entry, shift));
            }
        }
        return json;
    }

    private JsonObject entry(long entry, int shift) {
        JsonObject json = new JsonObject();
        json.addProperty("level", switch (shift) {
            case 39 -> "pml4e";
            case 30 -> "pdpte";
            case 21 -> "pde";
            default -> "pte";
        });
        if ((entry & 1) == 0) {
            CapDecoder.hex(json, "raw", entry);
            return json;
        }
        boolean large = shift > 12 && shift < 39 && (entry & LARGE) != 0;
        if (large) {
            json.addProperty("page", 1);
        }
        json.addProperty("to", names.object(PhysicalMemory.pptr(entry & ADDRESS & -1L << (large ? shift : 12))));
        long pat = large ? 1 << 12 : shift == 12 ? LARGE : 0;
        json.addProperty("flags", flag(entry, 2, "W") + flag(entry, 4, "U") + flag(entry, 8, "T")
                + flag(entry, 16, "C") + flag(entry, pat, "P") + flag(entry, 1 << 8, "G")
                + flag(entry, 1L << 63, "N"));
        return json;
    }

    private static String flag(long entry, long bit, String letter) {
        return (entry & bit) != 0 ? letter : "";
    }

    /** Addresses of all entries of a VSpace's user half. */
    static Set<Long> entries(PhysicalMemory memory, long table, int shift, int count, Set<Long> into) {
        for (int i = 0; i < count; i++) {
            long entry = memory.read(table + 8L * i);
            if (entry != 0) {
                into.add(table + 8L * i);
                if (shift > 12) {
                    entries(memory, PhysicalMemory.pptr(entry & ADDRESS), shift - 9, ENTRIES, into);
                }
            }
        }
        return into;
    }
}
