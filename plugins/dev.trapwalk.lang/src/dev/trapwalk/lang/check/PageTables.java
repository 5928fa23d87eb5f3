package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Holders.Holder;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** E17: page tables that are mapped twice, hold something but are mapped nowhere, or have two ASIDs. */
final class PageTables implements Check {

    @Override
    public String id() {
        return "E17";
    }

    @Override
    public void check(CheckContext context) {
        Map<BigInteger, ObjectDecl> pools = new HashMap<>();
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.ASID_POOL)) {
                pool(context, decl, pools);
            }
            if (decl.type() == null || !decl.type().isPageTable()) {
                continue;
            }
            List<Holder> tables = new ArrayList<>();
            List<Holder> holdingPools = new ArrayList<>();
            boolean root = false;
            for (Holder holder : context.model().holders().of(decl)) {
                ObjectType type = holder.container().decl().type();
                if (type == ObjectType.ASID_POOL) {
                    holdingPools.add(holder);
                } else if (type != null && type.isPageTable()) {
                    tables.add(holder);
                }
                root |= type == ObjectType.TCB;
            }
            twice(context, tables, holdingPools, decl);
            boolean filled = context.model().containers(decl).stream().anyMatch(part -> !part.runs().isEmpty());
            if (tables.isEmpty() && holdingPools.isEmpty() && !root && filled) {
                context.info(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E17.unmapped", decl.name(),
                        decl.type().keyword());
            }
        }
    }

    /** Two pools cannot stand in one entry of the kernel's table of pools. */
    private static void pool(CheckContext context, ObjectDecl decl, Map<BigInteger, ObjectDecl> pools) {
        BigInteger high = decl.number(ParamKey.ASID_HIGH);
        ObjectDecl other = high == null ? null : pools.putIfAbsent(high, decl);
        if (other != null || high != null && decl.count() > 1) {
            context.warning(decl.param(ParamKey.ASID_HIGH).source(), null, "E17.asidHigh", high,
                    other == null ? decl.name() : other.name());
        }
    }

    private static void twice(CheckContext context, List<Holder> tables, List<Holder> pools, ObjectDecl decl) {
        for (int i = 0; i < pools.size(); i++) {
            Container other = overlap(pools.get(i).run(), pools, i);
            Container own = pools.get(i).container();
            if (other != null || own.objects() > 1) {
                // The tool counts the pools of a page directory; several slots of one pool are one to it.
                boolean refused = decl.is(ObjectType.PD) && (other != null && other != own || own.objects() > 1);
                context.report(refused ? Severity.ERROR : Severity.WARNING, pools.get(i).run().source(),
                        CapdlPackage.Literals.MAPPING__REF, Fix.NONE, "E17.pools", decl.name());
            }
        }
        for (int i = 0; i < tables.size(); i++) {
            Container other = overlap(tables.get(i).run(), tables, i);
            Container own = tables.get(i).container();
            if (other != null || own.objects() > 1) {
                // The tool looks at page tables in page directories only.
                boolean refused = decl.is(ObjectType.PT) && own.decl().is(ObjectType.PD) && (own.objects() > 1
                        || other != null && other != own && other.decl().is(ObjectType.PD));
                context.report(refused ? Severity.ERROR : Severity.WARNING, tables.get(i).run().source(),
                        CapdlPackage.Literals.MAPPING__REF, Fix.NONE, "E17.twice", decl.name(),
                        other == null ? own.decl().name() : other.decl().name());
            }
        }
    }

    private static Container overlap(CapRun run, List<Holder> holders, int before) {
        for (int i = 0; i < before; i++) {
            CapRun other = holders.get(i).run();
            if (other.targets().low() <= run.targets().high() && run.targets().low() <= other.targets().high()) {
                return holders.get(i).container();
            }
        }
        return null;
    }
}
