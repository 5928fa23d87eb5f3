package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapPair;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** E18: {@code mapping:} of a frame capability, which must name the page table slot that maps this very frame. */
final class MappingParams implements Check {

    private record Slot(ObjectRef table, long slot) {
    }

    @Override
    public String id() {
        return "E18";
    }

    @Override
    public void check(CheckContext context) {
        Map<Slot, CapRun> used = new HashMap<>();
        Set<Mapping> seen = new HashSet<>();
        context.runs((container, run) -> {
            CapPair pair = run.attributes().mapping();
            if (pair != null && run.targets(ObjectType.FRAME)) {
                boolean first = seen.add(run.source());
                if (run.isCopy() || !first || run.count() > 1 || container.objects() > 1) {
                    context.error(run.isCopy() ? run.source() : pair, null, "E18.several");
                } else {
                    check(context, container, run, pair, used);
                }
            }
        });
    }

    private static void check(CheckContext context, Container container, CapRun run, CapPair pair,
            Map<Slot, CapRun> used) {
        if (!container.decl().is(ObjectType.CNODE)) {
            context.error(pair, null, "E18.place");
            return;
        }
        if (!CapParamForms.isMapping(pair)) {
            return; // Another check says so.
        }
        ObjectRef table = table(context.model(), pair);
        Long slot = slot(pair);
        if (table == null || slot == null) {
            context.error(pair, null, "E18.unknown");
            return;
        }
        if (!table.decl().is(ObjectType.PT) && !table.decl().is(ObjectType.PD)) {
            context.enter("E26");
            context.report(Severity.WARNING, pair, null, Fix.NONE, "E18.table", table);
            context.enter("E18");
        }
        Container entries = context.model().container(table);
        CapRun mapped = entries == null ? null : entries.at(slot);
        ObjectRef frame = run.targets().get(0);
        if (mapped == null) {
            context.error(pair, null, "E18.empty", slot, table);
        } else if (used.putIfAbsent(new Slot(table, slot), run) != null) {
            context.error(pair, null, "E18.twice", slot, table);
        } else if (!mapped.targets(ObjectType.FRAME)) {
            context.error(pair, null, "E18.noFrame", slot, table);
        } else if (!frame.equals(entries.target(slot))) {
            context.warning(pair, CapdlPackage.Literals.CAP_PAIR__SECOND, "E18.other", slot, table,
                    entries.target(slot), frame);
        } else if (mapped.attributes().rights() != run.attributes().rights()) {
            context.info(pair, null, "E18.rights", slot, table, Rights.toString(mapped.attributes().rights()),
                    Rights.toString(run.attributes().rights()));
        }
    }

    private static ObjectRef table(CapdlModel model, CapPair pair) {
        ObjectDecl decl = pair.getObject() == null ? null : model.object(pair.getObject().getName());
        if (decl == null || decl.isArray() != pair.getObject().isIndexed()) {
            return null;
        }
        if (!decl.isArray()) {
            return new ObjectRef(decl, ObjectDecl.SCALAR);
        }
        var ranges = pair.getObject().getRanges();
        BigInteger index = ranges.size() != 1 || ranges.get(0).isOpen() ? null : ranges.get(0).getFrom();
        return index == null ? null : new ObjectRef(decl, Numbers.index(index));
    }

    private static Long slot(CapPair pair) {
        if (pair.getSecond() != null) {
            return Numbers.index(pair.getSecond());
        }
        SymbolicSlot slot = pair.getSlotName() == null ? null : SymbolicSlot.of(pair.getSlotName());
        return slot == null ? null : (long) slot.number();
    }
}
