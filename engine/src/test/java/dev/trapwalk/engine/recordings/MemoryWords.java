package dev.trapwalk.engine.recordings;

import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cte;

/**
 * The words that the real kernel left behind in one scenario, and the words of our machine that differ from them. Both
 * place the objects at the same addresses.
 */
final class MemoryWords {

    private static final int ARENA_BITS = 21;
    /** Offset in bytes of the first entry of a top table that maps the kernel. */
    private static final int KERNEL_HALF = 256 * 8;

    private final JsonObject dump;
    private final JsonObject scenario;

    /**
     * @param dump a line of memory.jsonl.gz
     * @param scenario the scenario that it was left behind by
     */
    MemoryWords(JsonObject dump, JsonObject scenario) {
        this.dump = dump;
        this.scenario = scenario;
    }

    /** Differing words by address: object and offset, the real kernel's value, ours. */
    TreeMap<Long, String> differences(PhysicalMemory memory) {
        TreeMap<Long, Long> real = new TreeMap<>();
        dump.getAsJsonObject("words").entrySet()
                .forEach(word -> real.put(address(word.getKey()), Recordings.word(word.getValue())));
        TreeMap<Long, String> differences = new TreeMap<>();
        long arena = Recordings.word(dump.get("arena"));
        for (long at = arena; at < arena + (1L << ARENA_BITS); at += 8) {
            compare(at, real.getOrDefault(at, 0L), memory, differences);
        }
        dump.getAsJsonObject("root_slots").entrySet().forEach(slot -> {
            JsonArray words = slot.getValue().getAsJsonArray();
            for (int i = 0; i < words.size(); i++) {
                compare(original(address(slot.getKey())) + 8L * i, Recordings.word(words.get(i)), memory, differences);
            }
        });
        return differences;
    }

    /** The slot that the dump lists under {@code slot}: what the kernel made at boot lies where it put it. */
    private long original(long slot) {
        long rootCNode = Recordings.word(dump.get("root_cnode"));
        int index = (int) ((slot - rootCNode) / Cte.BYTES) - Harness.ORIGINALS;
        String type = scenario.getAsJsonArray("objects").get(index).getAsJsonObject().get("type").getAsString();
        return switch (type) {
            case "root_vspace" -> rootCNode + RootSlots.VSPACE * Cte.BYTES;
            case "domain_cap" -> rootCNode + RootSlots.DOMAIN * Cte.BYTES;
            default -> slot;
        };
    }

    /**
     * Whether a word must be equal. Not the upper half of a VSpace's top table: it points to tables of the kernel
     * image, whose link addresses are the build's own, and the processor marks entries there as accessed.
     */
    private boolean isComparable(long at) {
        String place = place(at);
        JsonElement object = dump.getAsJsonObject("objects").get(place.substring(0, place.indexOf('+')));
        return object == null || !object.getAsJsonObject().get("type").getAsString().equals("vspace")
                || Long.parseLong(place.substring(place.indexOf('+') + 1)) < KERNEL_HALF;
    }

    private void compare(long at, long real, PhysicalMemory memory, TreeMap<Long, String> differences) {
        long ours = memory.read(at);
        if (ours != real && isComparable(at)) {
            differences.put(at, String.format("%s: expected 0x%x, got 0x%x", place(at), real, ours));
        }
    }

    /** The object that an address lies in, with the offset in bytes. */
    private String place(long at) {
        String name = "root CNode";
        long start = Recordings.word(dump.get("root_cnode"));
        if (at < start) {
            name = "arena";
            start = Recordings.word(dump.get("arena"));
            for (var entry : dump.getAsJsonObject("objects").entrySet()) {
                JsonElement address = entry.getValue().getAsJsonObject().get("address");
                long base = Recordings.word(address);
                if (base <= at && base >= start) {
                    name = entry.getKey();
                    start = base;
                }
            }
        }
        return name + "+" + (at - start);
    }

    private static long address(String key) {
        return Recordings.word(new JsonPrimitive(key));
    }
}
