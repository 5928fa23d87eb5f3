package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.Map;

/** E24: priorities, budgets and domains of objects out of their range. */
final class Scheduling implements Check {
    /** Priorities and domains are bytes. */
    private static final BigInteger BYTE = BigInteger.valueOf(255);

    /** Domains and cores that kernels are usually configured for, and the options that decide it. */
    private static final BigInteger USUAL = BigInteger.valueOf(16);
    private static final Map<ParamKey, String> CONFIGURED = Map.of(ParamKey.DOM, "CONFIG_NUM_DOMAINS",
            ParamKey.AFFINITY, "CONFIG_MAX_NUM_NODES");

    @Override
    public String id() {
        return "E24";
    }

    @Override
    public void check(CheckContext context) {
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.TCB)) {
                tcb(context, decl);
            } else if (decl.is(ObjectType.SC)) {
                budget(context, decl);
            }
        }
    }

    private static void tcb(CheckContext context, ObjectDecl decl) {
        atMost(context, decl, ParamKey.PRIO);
        atMost(context, decl, ParamKey.MAX_PRIO);
        atMost(context, decl, ParamKey.DOM);
        atMost(context, decl, ParamKey.AFFINITY);
        BigInteger prio = decl.number(ParamKey.PRIO);
        BigInteger max = decl.number(ParamKey.MAX_PRIO);
        if (prio != null && max != null && prio.compareTo(max) > 0) {
            warn(context, decl.param(ParamKey.PRIO), "E24.maxPrio", prio, max);
        }
    }

    private static void atMost(CheckContext context, ObjectDecl decl, ParamKey key) {
        BigInteger value = decl.number(key);
        if (value != null && value.compareTo(BYTE) > 0) {
            warn(context, decl.param(key), "E24.range", key.keyword(), value, BYTE);
        } else if (value != null && CONFIGURED.containsKey(key) && value.compareTo(USUAL) >= 0) {
            context.info(decl.param(key).source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E24.configured",
                    key.keyword(), value, CONFIGURED.get(key));
        }
    }

    private static void budget(CheckContext context, ObjectDecl decl) {
        BigInteger period = decl.number(ParamKey.PERIOD);
        BigInteger budget = decl.number(ParamKey.BUDGET);
        if (period != null && period.signum() == 0) {
            warn(context, decl.param(ParamKey.PERIOD), "E24.period");
        } else if (period != null && budget != null && budget.compareTo(period) > 0) {
            warn(context, decl.param(ParamKey.BUDGET), "E24.budget", budget, period);
        }
    }

    private static void warn(CheckContext context, Param param, String key, Object... arguments) {
        context.warning(param.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, key, arguments);
    }
}
