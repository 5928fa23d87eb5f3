package dev.trapwalk.engine.boot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.UntypedCap;

/**
 * Makes the objects of a layout out of untyped memory. Objects with a physical address come first, in order of
 * address, so that nothing else lies in their way; then all others in the layout's order, neighbours of one kind in
 * one invocation.
 */
final class ObjectMaker {

    private static final int SMALLEST_UNTYPED_BITS = 4;

    /** Untyped memory that the root task holds, and its own account of how much of it is taken. */
    private static final class Region {
        private final int slot;
        private final long start;
        private final int bits;
        private final boolean device;
        private long free;

        Region(int slot, Cap cap) {
            this.slot = slot;
            this.start = PhysicalMemory.paddr(UntypedCap.PTR.get(cap));
            this.bits = (int) UntypedCap.BLOCK_SIZE.get(cap);
            this.device = UntypedCap.IS_DEVICE.isSet(cap);
            this.free = start;
        }

        long end() {
            return start + (1L << bits);
        }

        boolean contains(long paddr, int sizeBits) {
            return paddr >= start && paddr + (1L << sizeBits) <= end();
        }
    }

    private final Loader loader;
    private final int fanOut;
    private final List<Region> pool = new ArrayList<>();
    private final Map<String, Region> inside = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> making = new HashSet<>();
    private final Cap cap = new Cap();

    ObjectMaker(Loader loader) {
        this.loader = loader;
        this.fanOut = loader.machine.kernel().config().retypeFanOutLimit();
        for (int slot = RootSlots.firstUntyped(); loader.load(cap, slot).is(CapType.UNTYPED); slot++) {
            pool.add(new Region(slot, cap));
        }
    }

    /** Makes every object of the layout. */
    void makeAll() {
        loader.layout.objects().stream().filter(object -> object.paddr() >= 0)
                .sorted(Comparator.comparingLong(ObjectSpec::paddr)).forEach(this::make);
        List<ObjectSpec> batch = new ArrayList<>();
        for (ObjectSpec object : loader.layout.objects()) {
            if (made.contains(object.name())) {
                continue;
            }
            if (!batch.isEmpty() && (batch.size() == fanOut || !alike(batch.get(0), object))) {
                makeBatch(batch);
                batch.clear();
            }
            batch.add(object);
        }
        makeBatch(batch);
    }

    /** Makes an object that the layout does not declare, out of memory nobody else needs; its slot. */
    int makeExtra(ObjectSpec what, ObjectType type, int sizeBits) {
        return loader.retype(what, find(what, type.sizeBits(sizeBits), 1).slot, type, sizeBits, 1);
    }

    private static boolean alike(ObjectSpec a, ObjectSpec b) {
        return a.type() == b.type() && a.sizeBits() == b.sizeBits() && a.type() != ObjectType.UNTYPED
                && (a.untyped() == null ? b.untyped() == null : a.untyped().equals(b.untyped()));
    }

    private void makeBatch(List<ObjectSpec> batch) {
        if (batch.isEmpty()) {
            return;
        }
        ObjectSpec first = batch.get(0);
        if (batch.size() == 1) {
            make(first);
            return;
        }
        Region region = first.untyped() == null ? find(first, bits(first), batch.size()) : parent(first);
        int slot = loader.retype(first, region.slot, first.type(), first.sizeBits(), batch.size());
        for (ObjectSpec object : batch) {
            finish(object, slot++, region);
        }
    }

    private void make(ObjectSpec object) {
        if (made.contains(object.name())) {
            return;
        }
        if (!making.add(object.name())) {
            throw new BootException(object.source(), "untyped_cycle", object.name());
        }
        Region region;
        if (object.untyped() != null) {
            region = parent(object);
        } else if (object.paddr() >= 0) {
            region = pool.stream().filter(candidate -> candidate.contains(object.paddr(), bits(object))).findFirst()
                    .orElseThrow(() -> new BootException(object.source(), "no_region",
                            Long.toHexString(object.paddr()), object.name()));
        } else {
            region = find(object, bits(object), 1);
        }
        if (object.paddr() >= 0) {
            padTo(object, region);
        }
        int slot = loader.retype(object, region.slot, object.type(), object.sizeBits(), 1);
        finish(object, slot, region);
    }

    private void finish(ObjectSpec object, int slot, Region region) {
        loader.setSlot(object.name(), slot);
        made.add(object.name());
        long size = 1L << bits(object);
        region.free = (region.free + size - 1 & -size) + size;
        if (object.type() == ObjectType.UNTYPED) {
            inside.put(object.name(), new Region(slot, loader.load(cap, slot)));
        }
    }

    private Region parent(ObjectSpec object) {
        ObjectSpec untyped = loader.objects.get(object.untyped());
        if (untyped == null || untyped.type() != ObjectType.UNTYPED) {
            throw new BootException(object.source(), "unknown_untyped", object.name(), object.untyped());
        }
        make(untyped);
        return inside.get(untyped.name());
    }

    /** RAM with room for {@code count} objects. */
    private Region find(ObjectSpec object, int sizeBits, int count) {
        long size = 1L << sizeBits;
        for (Region region : pool) {
            long at = region.free + size - 1 & -size;
            if (!region.device && at + count * size <= region.end()) {
                return region;
            }
        }
        throw new BootException(object.source(), "no_memory", object.name(), size, count == 1 ? "" : " x " + count);
    }

    /** The kernel hands out memory from bottom to top: what lies below the wanted address is made into padding. */
    private void padTo(ObjectSpec object, Region region) {
        long size = 1L << bits(object);
        String address = Long.toHexString(object.paddr());
        if ((object.paddr() & size - 1) != 0) {
            throw new BootException(object.source(), "misaligned", address, object.name(), size);
        }
        if (!region.contains(object.paddr(), bits(object))) {
            throw new BootException(object.source(), "no_region", address, object.name());
        }
        if (object.paddr() < region.free) {
            throw new BootException(object.source(), "overlap", address, object.name());
        }
        while (region.free < object.paddr()) {
            int bits = Math.min(Long.numberOfTrailingZeros(region.free),
                    63 - Long.numberOfLeadingZeros(object.paddr() - region.free));
            bits = Math.max(bits, SMALLEST_UNTYPED_BITS);
            loader.retype(object, region.slot, ObjectType.UNTYPED, bits, 1);
            region.free += 1L << bits;
        }
    }

    private static int bits(ObjectSpec object) {
        return object.type().sizeBits(object.sizeBits());
    }
}
