package dev.trapwalk.engine.session.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * All capabilities of a machine and the objects they stand for. The kernel keeps no such list: this one begins at the
 * layout's CNodes and threads, the initial thread and the interrupts' slots, and follows every capability to a CNode
 * or thread. {@link #next} looks again only at slots whose memory was written.
 */
public final class Census {

    private static final long INITIAL_THREAD = PhysicalMemory.pptr(MemoryMap.ROOT_TCB) + Tcb.TCB_OFFSET;
    private static final int IRQ_SLOTS = 256;

    private final MachineImage machine;
    private final Map<Long, SlotBlock> blocks;
    private final Map<CapObject, List<Long>> holders;
    private List<KernelObject> objects;
    private TreeMap<Long, KernelObject> solid;

    private Census(MachineImage machine, Map<Long, SlotBlock> blocks, Map<CapObject, List<Long>> holders) {
        this.machine = machine;
        this.blocks = blocks;
        this.holders = holders;
    }

    /** The census of a machine. */
    public static Census of(MachineImage machine) {
        Map<Long, SlotBlock> blocks = blocks(machine, Map.of(), new BitSet());
        return new Census(machine, blocks, holders(blocks));
    }

    /** The census of the same machine at another time. */
    public Census next(MachineImage later) {
        BitSet changed = later.memory().pagesNotShared(machine.memory());
        if (changed.isEmpty()) {
            return this;
        }
        Map<Long, SlotBlock> now = blocks(later, blocks, changed);
        boolean same = now.size() == blocks.size()
                && now.values().stream().allMatch(block -> blocks.get(block.start()) == block);
        Census census = new Census(later, now, same ? holders : holders(now));
        if (same) {
            census.objects = objects();
            census.solid = solid();
        }
        return census;
    }

    /** Whether another census of this machine found the same capabilities with the same links in the same slots. */
    public boolean hasSameCapabilities(Census other) {
        return other != null && holders == other.holders;
    }

    private static Map<Long, SlotBlock> blocks(MachineImage machine, Map<Long, SlotBlock> known, BitSet changed) {
        Map<Long, SlotBlock> blocks = new LinkedHashMap<>();
        Deque<CapObject> found = new ArrayDeque<>();
        found.add(new CapObject(CapType.IRQ_CONTROL, KernelGlobals.INT_STATE_IRQ_NODE, CapObject.NO_MEMORY));
        found.add(new CapObject(CapType.THREAD, INITIAL_THREAD, Tcb.SIZE_BITS));
        for (NamedObject object : machine.objects().all()) {
            found.add(what(object));
        }
        while (!found.isEmpty()) {
            CapObject next = found.remove();
            int slots = next.type() == CapType.IRQ_CONTROL ? IRQ_SLOTS : next.slots();
            if (slots > 0 && !blocks.containsKey(next.start())) {
                SlotBlock before = known.get(next.start());
                boolean kept = before != null && before.slots() == slots && !before.touches(changed);
                SlotBlock block = kept ? before : SlotBlock.scan(machine, next.start(), slots, before);
                blocks.put(next.start(), block);
                for (int i = 0; i < block.size(); i++) {
                    if (block.object(i).slots() > 0) {
                        found.add(block.object(i));
                    }
                }
            }
        }
        return blocks;
    }

    private static Map<CapObject, List<Long>> holders(Map<Long, SlotBlock> blocks) {
        Map<CapObject, List<Long>> holders = new HashMap<>();
        for (SlotBlock block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                holders.computeIfAbsent(block.object(i), key -> new ArrayList<>(2)).add(block.slot(i));
            }
        }
        holders.values().forEach(Collections::sort);
        return holders;
    }

    /** The machine that was counted. */
    public MachineImage machine() {
        return machine;
    }

    /** The slots with a capability to the same thing, in order of address. */
    public List<Long> holders(CapObject object) {
        return Collections.unmodifiableList(holders.getOrDefault(object, List.of()));
    }

    /** The slots whose capabilities stand for the same thing as the one in this slot, itself included. */
    public List<Long> like(long slot) {
        return holders(CapObject.of(machine.read(slot), machine.read(slot + 8)));
    }

    /** The slots of a CNode that hold capabilities to CNodes. */
    List<Long> cnodesIn(long cnode) {
        SlotBlock block = blocks.get(cnode);
        List<Long> slots = new ArrayList<>();
        for (int i = 0; block != null && i < block.size(); i++) {
            if (block.object(i).type() == CapType.CNODE) {
                slots.add(block.slot(i));
            }
        }
        return slots;
    }

    /** The TCBs that there are: those of the layout, and those with a capability. */
    public List<Long> threads() {
        return objects().stream().filter(object -> object.what().type() == CapType.THREAD)
                .map(object -> object.what().id()).toList();
    }

    /** All objects in order of address; an untyped stands before what lies in it. */
    public synchronized List<KernelObject> objects() {
        if (objects == null) {
            objects = collect();
        }
        return objects;
    }

    /** The object in whose memory an address lies; an untyped only where nothing else is. */
    public Optional<KernelObject> at(long address) {
        Map.Entry<Long, KernelObject> below = solid().floorEntry(address);
        if (below != null && address < below.getValue().end()) {
            return Optional.of(below.getValue());
        }
        return objects().stream().filter(object -> object.what().type() == CapType.UNTYPED
                && address >= object.start() && address < object.end())
                .min(Comparator.comparing(object -> object.what().sizeBits()));
    }

    /** The objects that are no untypeds and still exist, by their start: no two of them share memory. */
    private synchronized TreeMap<Long, KernelObject> solid() {
        if (solid == null) {
            solid = new TreeMap<>();
            objects().stream().filter(object -> object.what().type() != CapType.UNTYPED && !object.holders().isEmpty())
                    .forEach(object -> solid.put(object.start(), object));
        }
        return solid;
    }

    private List<KernelObject> collect() {
        List<KernelObject> all = new ArrayList<>();
        Map<CapObject, String> names = new LinkedHashMap<>();
        machine.objects().all().forEach(object -> names.put(what(object), object.name()));
        names.forEach((what, name) -> all.add(new KernelObject(name, what, true, holders(what))));
        holders.forEach((what, slots) -> {
            if (what.hasMemory() && !names.containsKey(what)) {
                all.add(new KernelObject(name(what), what, false, slots));
            }
        });
        all.sort(Comparator.comparingLong(KernelObject::start)
                .thenComparing(object -> -object.what().sizeBits())
                .thenComparing(object -> object.what().type() != CapType.UNTYPED)
                .thenComparing(object -> object.what().type()));
        return List.copyOf(all);
    }

    /** By the initial thread's own names, by the untyped of the layout that it was made from, or by its address. */
    private String name(CapObject what) {
        return machine.objects().containing(what.id())
                .filter(object -> object.type() == ObjectType.UNTYPED || what(object).equals(what))
                .map(object -> machine.describe().object(what.id())).orElseGet(() -> Describer.hex(what.id()));
    }

    private static CapObject what(NamedObject object) {
        CapType type = switch (object.type()) {
            case UNTYPED -> CapType.UNTYPED;
            case TCB -> CapType.THREAD;
            case ENDPOINT -> CapType.ENDPOINT;
            case NOTIFICATION -> CapType.NOTIFICATION;
            case CNODE -> CapType.CNODE;
            case PDPT -> CapType.PDPT;
            case PML4 -> CapType.PML4;
            case HUGE_PAGE, PAGE_4K, LARGE_PAGE -> CapType.FRAME;
            case PAGE_TABLE -> CapType.PAGE_TABLE;
            case PAGE_DIRECTORY -> CapType.PAGE_DIRECTORY;
        };
        return new CapObject(type, object.address(), object.sizeBits());
    }
}
