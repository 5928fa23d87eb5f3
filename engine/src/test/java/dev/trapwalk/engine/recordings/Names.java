package dev.trapwalk.engine.recordings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;

/**
 * Which names the recordings give to addresses: scenario objects, offsets into untypeds, slots of CNodes and threads,
 * and well-known slots of the root CNode.
 */
final class Names {

    /** One object of a scenario at its place. */
    record Placed(String name, String type, int sizeBits, long address) {

        boolean isUntyped() {
            return type.endsWith("untyped");
        }

        long bytes() {
            return switch (type) {
                case "cnode" -> (long) Cte.BYTES << sizeBits;
                case "tcb" -> 1L << Tcb.SIZE_BITS;
                case "untyped", "device_untyped" -> 1L << sizeBits;
                case "endpoint" -> 16;
                case "notification" -> 32;
                case "large2m" -> 1L << 21;
                case "huge1g" -> 1L << 30;
                default -> 4096;
            };
        }
    }

    private static final int IRQS = 256;

    private final Map<String, Placed> byName = new LinkedHashMap<>();
    private final TreeMap<Long, Placed> byAddress = new TreeMap<>(Long::compareUnsigned);
    private final Map<String, String> threadByTcb = new HashMap<>();
    private final Map<Long, String> special = new HashMap<>();
    private final Map<Long, String> rootSlots = new HashMap<>();
    private final long rootCNode;
    private final long rootSlotCount = 1 << 16;

    Names(JsonObject scenario, Map<String, Long> addresses, long rootCNode) {
        this.rootCNode = rootCNode;
        int index = 0;
        for (JsonElement element : scenario.getAsJsonArray("objects")) {
            JsonObject object = element.getAsJsonObject();
            String name = object.get("name").getAsString();
            Long address = addresses.get(name);
            if (address != null) {
                int bits = object.has("size_bits") ? object.get("size_bits").getAsInt() : 0;
                Placed placed = new Placed(name, object.get("type").getAsString(), bits, address);
                byName.put(name, placed);
                if (!placed.isUntyped()) {
                    byAddress.put(address, placed);
                }
                rootSlots.put(rootCNode + (long) (Harness.ORIGINALS + index) * Cte.BYTES, name);
            }
            index++;
        }
        for (JsonElement thread : scenario.getAsJsonArray("threads")) {
            threadByTcb.put(thread.getAsJsonObject().get("tcb").getAsString(),
                    thread.getAsJsonObject().get("name").getAsString());
        }
    }

    /** Gives a name to an address that no scenario object has, such as the root VSpace. */
    void special(long address, String name) {
        special.put(address, name);
    }

    /** Gives a name to a slot of the root CNode. */
    void rootSlot(int slot, String name) {
        rootSlots.put(rootCNode + (long) slot * Cte.BYTES, "$" + name);
    }

    Iterable<Placed> all() {
        return byName.values();
    }

    Placed get(String name) {
        return byName.get(name);
    }

    /** Name of the thread that runs on a TCB object, or the object's own name. */
    String thread(String tcbObject) {
        return threadByTcb.getOrDefault(tcbObject, tcbObject);
    }

    /** Name of the untyped memory that begins at an address. */
    String untyped(long address, long sizeBits) {
        for (Placed placed : byName.values()) {
            if (placed.isUntyped() && placed.address() == address && placed.sizeBits() == sizeBits) {
                return placed.name();
            }
        }
        return within(address);
    }

    /** Name of an object other than untyped memory by its address. */
    String object(long address) {
        if (special.containsKey(address)) {
            return special.get(address);
        }
        Placed exact = byAddress.get(address);
        if (exact != null) {
            return exact.name();
        }
        return within(address);
    }

    private String within(long address) {
        Placed untyped = untypedAround(address);
        return untyped == null ? "outside" : untyped.name() + "+0x" + Long.toHexString(address - untyped.address());
    }

    /** Name of a thread by its TCB pointer. */
    String tcb(long tcb) {
        long block = tcb - Tcb.TCB_OFFSET;
        Placed exact = byAddress.get(block);
        if (exact != null && exact.type().equals("tcb")) {
            return thread(exact.name());
        }
        return object(block) + "(tcb)";
    }

    /** Name of a slot by its address, or null for address 0. */
    String slot(long address) {
        if (address == 0) {
            return null;
        }
        if (special.containsKey(address)) {
            return special.get(address);
        }
        if (address - rootCNode >= 0 && address - rootCNode < rootSlotCount * Cte.BYTES) {
            return "root:" + rootSlots.getOrDefault(address, "$other");
        }
        if (address >= KernelGlobals.INT_STATE_IRQ_NODE && address < KernelGlobals.irqNode(IRQS)) {
            return "irqnode[" + (address - KernelGlobals.INT_STATE_IRQ_NODE) / Cte.BYTES + "]";
        }
        Map.Entry<Long, Placed> below = byAddress.floorEntry(address);
        if (below != null && address - below.getKey() < below.getValue().bytes()) {
            Placed in = below.getValue();
            long index = (address - in.address()) / Cte.BYTES;
            if (in.type().equals("cnode")) {
                return in.name() + "[" + index + "]";
            }
            if (in.type().equals("tcb") && index < Tcb.SLOTS) {
                return in.name() + "." + FinalState.TCB_SLOTS[(int) index];
            }
        }
        Placed untyped = untypedAround(address);
        return untyped == null ? "other" : untyped.name() + "+0x" + Long.toHexString(address - untyped.address());
    }

    private Placed untypedAround(long address) {
        Placed best = null;
        for (Placed placed : byName.values()) {
            if (placed.isUntyped() && address - placed.address() >= 0
                    && address - placed.address() < placed.bytes() && (best == null || placed.bytes() < best.bytes())) {
                best = placed;
            }
        }
        return best;
    }
}
