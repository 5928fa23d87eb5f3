package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;

/** E03: slots that are filled twice, also by different blocks, ranges and positional mappings. */
final class DuplicateSlots implements Check {

    @Override
    public String id() {
        return "E03";
    }

    @Override
    public void check(CheckContext context) {
        Set<CapRun> reported = new HashSet<>();
        for (List<Container> parts : context.model().containers()) {
            for (Container container : parts) {
                check(context, container, reported);
            }
        }
    }

    private static void check(CheckContext context, Container container, Set<CapRun> reported) {
        CapRun widest = null;
        for (CapRun run : container.runs()) {
            if (widest != null && run.slot() <= widest.lastSlot() && reported.add(later(context, run, widest))) {
                CapRun again = later(context, run, widest);
                report(context, container, again, run == again ? widest : run);
            }
            if (widest == null || run.lastSlot() > widest.lastSlot()) {
                widest = run;
            }
        }
    }

    /** The one that stands later in the file is the one that is too many. */
    private static CapRun later(CheckContext context, CapRun a, CapRun b) {
        return context.offset(a.source()) >= context.offset(b.source()) ? a : b;
    }

    private static void report(CheckContext context, Container container, CapRun again, CapRun first) {
        long slot = Math.max(again.slot(), first.slot());
        long free = container.firstFree(slot);
        Fix fix = again.source().getSlot() == null ? Fix.NONE : Fix.replace(Long.toString(free));
        context.report(Severity.ERROR, again.source(), feature(again), fix, "E03.slot", slot, container.decl().name(),
                context.line(first.source()), free);
        context.error(first.source(), feature(first), "E03.again", slot, container.decl().name(),
                context.line(again.source()));
    }

    private static EStructuralFeature feature(CapRun run) {
        return run.source().getSlot() == null ? null : CapdlPackage.Literals.MAPPING__SLOT;
    }
}
