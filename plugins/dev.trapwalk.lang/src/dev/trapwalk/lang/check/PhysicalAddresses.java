package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E14: physical addresses that are misaligned, beyond the bus, overlapping, or outside of their untyped. */
final class PhysicalAddresses implements Check {

    /** A stretch of physical memory, the end exclusive. */
    private record Region(ObjectDecl decl, BigInteger start, BigInteger end, Param source) {
    }

    @Override
    public String id() {
        return "E14";
    }

    @Override
    public void check(CheckContext context) {
        List<Region> regions = new ArrayList<>();
        for (ObjectDecl decl : context.model().objects()) {
            Param param = decl.param(ParamKey.PADDR);
            int bits = ObjectSizes.bits(decl, context.arch());
            if (param != null && param.value() != null && bits >= 0 && bits <= 64) {
                single(context, decl, param, bits);
                BigInteger size = BigInteger.ONE.shiftLeft(bits);
                regions.add(new Region(decl, param.value(), param.value().add(size), param));
            }
        }
        overlaps(context, regions);
        covers(context);
    }

    private static void single(CheckContext context, ObjectDecl decl, Param param, int bits) {
        BigInteger address = param.value();
        String text = "0x" + address.toString(16);
        if (address.signum() != 0 && address.getLowestSetBit() < bits) {
            context.warning(param.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E14.aligned", text, decl.name(),
                    FrameSizes.size(bits), "0x" + address.shiftRight(bits).shiftLeft(bits).toString(16));
        }
        if (address.bitLength() > context.arch().physicalBits()) {
            context.warning(param.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E14.beyond", text,
                    context.arch().physicalBits(), context.arch().keyword());
        }
        if (decl.isArray() && decl.count() > 1) {
            context.warning(param.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E14.array", decl.name(),
                    decl.count(), text);
        }
    }

    /** Frames must not overlap each other, nor an untyped what does not lie in it. */
    private static void overlaps(CheckContext context, List<Region> regions) {
        regions.sort(Comparator.comparing(Region::start).thenComparing(Region::end, Comparator.reverseOrder()));
        Map<ObjectDecl, Set<ObjectDecl>> parents = new HashMap<>();
        if (!regions.isEmpty()) {
            context.model().covers().forEach(cover -> parents.computeIfAbsent(cover.objects().decl(),
                    key -> new HashSet<>(2)).add(cover.untyped().decl()));
        }
        List<Region> open = new ArrayList<>();
        Set<Region> reported = new HashSet<>();
        for (Region region : regions) {
            open.removeIf(other -> other.end().compareTo(region.start()) <= 0);
            for (Region other : open) {
                boolean nested = region.end().compareTo(other.end()) <= 0;
                if (other.decl().is(ObjectType.UT) && nested) {
                    if (!contains(parents, other.decl(), region.decl(), new HashSet<>()) && reported.add(region)) {
                        context.warning(region.source().source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE,
                                "E14.notCovered", region.decl().name(), other.decl().name(),
                                "0x" + other.start().toString(16),
                                "0x" + other.end().subtract(BigInteger.ONE).toString(16));
                    }
                    continue;
                }
                report(context, region, other, reported);
                report(context, other, region, reported);
                break;
            }
            open.add(region);
        }
    }

    /** Whether {@code inner} is {@code untyped} itself or lies in it, also through others in between. */
    private static boolean contains(Map<ObjectDecl, Set<ObjectDecl>> parents, ObjectDecl untyped, ObjectDecl inner,
            Set<ObjectDecl> seen) {
        return inner == untyped || seen.add(inner) && parents.getOrDefault(inner, Set.of()).stream()
                .anyMatch(parent -> contains(parents, untyped, parent, seen));
    }

    private static void report(CheckContext context, Region region, Region other, Set<Region> reported) {
        if (reported.add(region)) {
            context.warning(region.source().source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E14.overlap",
                    region.decl().name(), other.decl().name(), "0x" + region.start().toString(16),
                    "0x" + region.end().subtract(BigInteger.ONE).toString(16));
        }
    }

    private static void covers(CheckContext context) {
        for (Cover cover : context.model().covers()) {
            Param inner = cover.objects().decl().param(ParamKey.PADDR);
            Param outer = cover.untyped().decl().param(ParamKey.PADDR);
            int bits = cover.untyped().decl().bits();
            int size = ObjectSizes.bits(cover.objects().decl(), context.arch());
            if (inner == null || outer == null || inner.value() == null || outer.value() == null || bits < 0 || bits > 64
                    || size < 0 || size > 64) {
                continue;
            }
            BigInteger end = outer.value().add(BigInteger.ONE.shiftLeft(bits));
            if (inner.value().compareTo(outer.value()) < 0
                    || inner.value().add(BigInteger.ONE.shiftLeft(size)).compareTo(end) > 0) {
                context.warning(inner.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E14.untyped",
                        cover.objects().decl().name(), cover.untyped(), "0x" + outer.value().toString(16),
                        "0x" + end.subtract(BigInteger.ONE).toString(16));
            }
        }
    }
}
