package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E15: untypeds whose children do not fit, that contain themselves, or share a child. */
final class Untypeds implements Check {
    /** libsel4: seL4_MinUntypedBits. */
    private static final int MIN_BITS = 4;

    @Override
    public String id() {
        return "E15";
    }

    @Override
    public void check(CheckContext context) {
        Map<ObjectRef, List<Cover>> children = new LinkedHashMap<>();
        for (Cover cover : context.model().covers()) {
            children.computeIfAbsent(cover.untyped(), key -> new ArrayList<>()).add(cover);
        }
        twice(context);
        children.forEach((untyped, covers) -> {
            fits(context, untyped, covers);
            cycle(context, untyped, children);
        });
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.UT)) {
                size(context, decl, children);
            }
        }
    }

    private static void size(CheckContext context, ObjectDecl decl, Map<ObjectRef, List<Cover>> children) {
        int most = ObjectSizes.largestUntyped(context.arch());
        if (decl.bits() >= 0 && (decl.bits() < MIN_BITS || decl.bits() > most)) {
            context.warning(decl.params().get(0).source(), null, "E15.size", decl.bits(), MIN_BITS, most);
        } else if (decl.bits() < 0 && context.profile() != Profile.LOADER && decl.definition() != null) {
            context.info(decl.definition(), CapdlPackage.Literals.OBJECT_DEF__TYPE, "E15.open", decl.name());
        }
    }

    /** The tool wants covers of different untypeds to be disjoint; an object listed twice in one of them is harmless. */
    private static void twice(CheckContext context) {
        Map<ObjectDecl, List<Cover>> byDecl = new HashMap<>();
        Set<Cover> reported = new HashSet<>();
        for (Cover cover : context.model().covers()) {
            List<Cover> others = byDecl.computeIfAbsent(cover.objects().decl(), key -> new ArrayList<>(1));
            for (Cover other : others) {
                if (other.objects().low() <= cover.objects().high() && cover.objects().low() <= other.objects().high()) {
                    if (other.untyped().equals(cover.untyped())) {
                        context.warning(cover.source(), null, "E15.listedTwice", cover.objects().decl().name(),
                                cover.untyped());
                    } else {
                        context.error(cover.source(), null, "E15.twice", cover.objects().decl().name(),
                                other.untyped(), cover.untyped());
                        if (reported.add(other)) {
                            context.error(other.source(), null, "E15.again", cover.objects().decl().name(),
                                    other.untyped(), cover.untyped(), context.line(cover.source()));
                        }
                    }
                    break;
                }
            }
            others.add(cover);
        }
    }

    /** Objects are aligned to their size, so the largest first leaves no holes and the sum decides. */
    private static void fits(CheckContext context, ObjectRef untyped, List<Cover> covers) {
        int bits = untyped.decl().bits();
        if (bits < 0 || bits > 64) {
            return;
        }
        BigInteger room = BigInteger.ONE.shiftLeft(bits);
        BigInteger used = BigInteger.ZERO;
        Set<Object> counted = new HashSet<>();
        for (Cover cover : covers) {
            int size = ObjectSizes.bits(cover.objects().decl(), context.arch());
            if (size < 0 || size > 64 || !counted.add(cover.objects())) {
                continue;
            }
            used = used.add(BigInteger.ONE.shiftLeft(size).multiply(BigInteger.valueOf(cover.objects().count())));
            if (used.compareTo(room) > 0) {
                context.warning(cover.source(), null, "E15.full", untyped, bits,
                        cover.objects().decl().name(), bytes(used));
                return;
            }
        }
    }

    private static String bytes(BigInteger bytes) {
        return bytes.bitLength() > 20 ? bytes.shiftRight(20) + "M" : bytes + "";
    }

    private static void cycle(CheckContext context, ObjectRef untyped, Map<ObjectRef, List<Cover>> children) {
        List<Cover> todo = new ArrayList<>(children.get(untyped));
        Set<ObjectRef> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            Cover cover = todo.remove(todo.size() - 1);
            if (!cover.objects().decl().is(ObjectType.UT)) {
                continue;
            }
            if (cover.objects().decl() == untyped.decl() && cover.objects().low() <= untyped.index()
                    && untyped.index() <= cover.objects().high()) {
                context.warning(cover.source(), null, "E15.cycle", untyped);
                return;
            }
            for (long n = 0; n < Math.min(cover.objects().count(), 1 << 12); n++) {
                ObjectRef inner = cover.objects().get(n);
                if (children.containsKey(inner) && seen.add(inner)) {
                    todo.addAll(children.get(inner));
                }
            }
        }
    }
}
