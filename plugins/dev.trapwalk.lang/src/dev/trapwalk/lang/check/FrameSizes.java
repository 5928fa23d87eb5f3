package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.SlotRules;
import java.util.Set;
import java.util.stream.Collectors;

/** E13: frames of a size that the architecture does not have, or not at that level of an address space. */
final class FrameSizes implements Check {

    @Override
    public String id() {
        return "E13";
    }

    @Override
    public void check(CheckContext context) {
        Arch arch = context.arch();
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.FRAME) && decl.frameBits() >= 0 && !arch.hasFrame(decl.frameBits())) {
                context.warning(decl.param(ParamKey.FRAME_SIZE).source(), null, "E13.size", arch.keyword(),
                        size(decl.frameBits()), arch.frameBits().stream().sorted().map(FrameSizes::size)
                                .collect(Collectors.joining(", ")));
            }
        }
        context.runs((container, run) -> {
            if (run.targets(ObjectType.FRAME) && container.decl().type() != null
                    && container.decl().type().isPageTable()) {
                Set<Integer> fitting = SlotRules.frameBits(container.decl().type(), arch);
                int bits = run.target().frameBits();
                if (bits >= 0 && arch.hasFrame(bits) && !fitting.isEmpty() && !fitting.contains(bits)) {
                    context.warning(run.source(), CapdlPackage.Literals.MAPPING__REF, "E13.level",
                            container.decl().type().keyword(), size(bits),
                            fitting.stream().map(FrameSizes::size).collect(Collectors.joining(", ")));
                }
            }
        });
    }

    /** A size as capDL writes it, which has no unit above M: {@code 4k}, {@code 1024M}. */
    static String inUnits(int bits) {
        return bits >= 20 ? (1L << bits - 20) + "M" : (1L << bits - 10) + "k";
    }

    /** {@code 4k}, {@code 2M}. */
    static String size(int bits) {
        return bits >= 30 ? (1L << bits - 30) + "G" : bits >= 20 ? (1L << bits - 20) + "M" : (1L << bits - 10) + "k";
    }
}
