package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Fixes;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.List;

/** E04: slots that a CNode, page table or ASID pool of that size does not have. A TCB's slots are E10's matter. */
final class SlotBounds implements Check {

    @Override
    public String id() {
        return "E04";
    }

    @Override
    public void check(CheckContext context) {
        context.runs((container, run) -> {
            int bits = bits(container.decl(), context.arch());
            if (bits >= 0 && bits < 63 && run.lastSlot() >>> bits != 0) {
                report(context, container, run, bits);
            }
        });
    }

    /** log2 slots, or -1 when unknown. */
    static int bits(ObjectDecl decl, Arch arch) {
        if (decl.isIrqNode()) {
            return 0;
        }
        return decl.type() == null ? -1 : switch (decl.type()) {
            case CNODE -> decl.bits();
            case PT, PD, PML4, PDPT, PUD, PGD -> arch.tableBits(decl.type());
            case ASID_POOL -> arch.wordBits() == 64 ? 9 : 10;
            case IO_PT -> 9;
            default -> -1;
        };
    }

    private static void report(CheckContext context, Container container, CapRun run, int bits) {
        ObjectDecl decl = container.decl();
        Fix fix = Fix.NONE;
        if (decl.is(dev.trapwalk.lang.model.ObjectType.CNODE)) {
            int needed = 64 - Long.numberOfLeadingZeros(run.lastSlot());
            fix = new Fix(Fixes.RESIZE_CNODE, List.of(decl.name(), Integer.toString(needed)));
        }
        boolean explicit = run.source().getSlot() != null;
        context.report(Severity.WARNING, run.source(), explicit ? CapdlPackage.Literals.MAPPING__SLOT : null, fix,
                "E04.slot", run.lastSlot(), decl.name(), bits, (1L << bits) - 1);
    }
}
