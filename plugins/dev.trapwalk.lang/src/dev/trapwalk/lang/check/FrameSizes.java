package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import java.util.List;
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
                    && container.decl().type().isPageTable() && arch != Arch.RISCV) {
                List<Integer> fitting = fitting(container.decl().type(), arch);
                int bits = run.target().frameBits();
                if (bits >= 0 && arch.hasFrame(bits) && !fitting.isEmpty() && !fitting.contains(bits)) {
                    context.warning(run.source(), CapdlPackage.Literals.MAPPING__REF, "E13.level",
                            container.decl().type().keyword(), size(bits),
                            fitting.stream().map(FrameSizes::size).collect(Collectors.joining(", ")));
                }
            }
        });
    }

    /** Sizes (log2) that an entry of a table maps; on 32-bit Arm large pages fill several entries. */
    private static List<Integer> fitting(ObjectType table, Arch arch) {
        for (int level = 0; level < arch.levels().size(); level++) {
            if (arch.levels().get(level).type() == table) {
                int cover = arch.coverBits(level);
                int span = arch == Arch.ARM11 ? 5 : 0;
                return arch.frameBits().stream().filter(bits -> bits >= cover && bits <= cover + span).sorted()
                        .toList();
            }
        }
        return List.of();
    }

    /** {@code 4k}, {@code 2M}. */
    static String size(int bits) {
        return bits >= 30 ? (1L << bits - 30) + "G" : bits >= 20 ? (1L << bits - 20) + "M" : (1L << bits - 10) + "k";
    }
}
