package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.UntypedCap;

/**
 * What an untyped's memory is used for (manual, chapter "Capability Spaces", Untyped Memory): objects lie below the
 * watermark, and new ones are made above it.
 *
 * @param untyped the region
 * @param used bytes below the watermark: the capability's free index
 * @param children objects made of it directly, in order of address; what lies in a child untyped belongs to that one
 */
public record UntypedMap(KernelObject untyped, long used, List<KernelObject> children) {

    public UntypedMap {
        children = List.copyOf(children);
    }

    /** The map of an untyped, or of the one that an object was made of; empty for what the kernel made at boot. */
    public static Optional<UntypedMap> of(Census census, CapObject object) {
        Comparator<KernelObject> bySize = Comparator.comparingInt(untyped -> untyped.what().sizeBits());
        return census.objects().stream().filter(untyped -> untyped.what().type() == CapType.UNTYPED)
                .filter(untyped -> untyped.what().equals(object) || object.type() != CapType.UNTYPED
                        && untyped.start() <= object.start() && object.start() + object.bytes() <= untyped.end())
                .min(bySize.thenComparing(KernelObject::start)).map(untyped -> of(census, untyped));
    }

    private static UntypedMap of(Census census, KernelObject untyped) {
        List<KernelObject> children = new ArrayList<>();
        long covered = 0;
        for (KernelObject object : census.objects()) {
            boolean inside = object.start() >= untyped.start() && object.end() <= untyped.end()
                    && !object.what().equals(untyped.what());
            boolean larger = object.what().type() == CapType.UNTYPED
                    && object.what().sizeBits() >= untyped.what().sizeBits();
            if (inside && !larger && Long.compareUnsigned(object.start(), covered) >= 0) {
                children.add(object);
                covered = object.what().type() == CapType.UNTYPED ? object.end() : covered;
            }
        }
        return new UntypedMap(untyped, used(census, untyped), children);
    }

    private static long used(Census census, KernelObject untyped) {
        return untyped.holders().stream().mapToLong(slot -> census.machine().get(UntypedCap.FREE_INDEX, slot)
                << UntypedCap.MIN_BITS).max().orElse(0);
    }

    /** Bytes above the watermark. */
    public long free() {
        return untyped.what().bytes() - used;
    }

    /** Bytes below the watermark in which no object lies: alignment, and objects that were deleted. */
    public long lost() {
        return Math.max(0, used - children.stream().mapToLong(child -> child.what().bytes()).sum());
    }
}
