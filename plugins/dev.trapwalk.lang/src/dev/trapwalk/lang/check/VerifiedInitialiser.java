package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.Optional;

/**
 * V01: conditions under which the verified system initialiser is proved correct (l4v, sys-init, {@code well_formed}), as
 * far as they go beyond the other checks. Only under its own profile.
 */
final class VerifiedInitialiser implements Check {
    private static final int BADGE_BITS = 28;
    private static final BigInteger GUARD_SIZE_LIMIT = BigInteger.valueOf(18);

    @Override
    public String id() {
        return "V01";
    }

    @Override
    public void check(CheckContext context) {
        if (context.profile() != Profile.VERIFIED) {
            return;
        }
        context.runs((container, run) -> capability(context, container, run));
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.CNODE) && decl.bits() == 0) {
                context.error(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "V01.cnodeSize", decl.name());
            } else if (!decl.is(ObjectType.UT) && context.model().holders().of(decl).isEmpty()) {
                context.error(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "V01.noCap", decl.name());
            }
        }
    }

    private static void capability(CheckContext context, Container container, CapRun run) {
        BigInteger guardSize = run.attributes().guardSize();
        if (run.pseudo() == PseudoTarget.IRQ_CONTROL || run.pseudo() == PseudoTarget.ASID_CONTROL
                || run.targets(ObjectType.UT) || run.targets(ObjectType.ASID_POOL)) {
            report(context, run, null, "V01.kind",
                    run.pseudo() != null ? run.pseudo().keyword() : run.target().type().keyword());
        } else if (CapParams.exceeds(run.attributes().badge(), BADGE_BITS)) {
            report(context, run, "badge", "V01.badge", run.attributes().badge(), BADGE_BITS);
        } else if (run.targets(ObjectType.NOTIFICATION)
                && (run.attributes().rights() & ~(Rights.READ | Rights.WRITE)) != 0) {
            report(context, run, "rights", "V01.notification", Rights.toString(run.attributes().rights()));
        } else if (container.decl().isIrqNode() && run.targets(ObjectType.NOTIFICATION)
                && (run.attributes().rights() != (Rights.READ | Rights.WRITE)
                        || run.attributes().badge() != null && run.attributes().badge().signum() != 0)) {
            report(context, run, run.attributes().badge() == null ? "rights" : "badge", "V01.irq");
        } else if (run.targets(ObjectType.CNODE) && guardSize != null && guardSize.compareTo(GUARD_SIZE_LIMIT) >= 0) {
            report(context, run, "guard_size", "V01.guardSize", guardSize, GUARD_SIZE_LIMIT);
        } else if (container.decl().is(ObjectType.TCB) && run.slot() == SymbolicSlot.CSPACE.number()
                && run.targets(ObjectType.CNODE) && (guardSize == null || guardSize.signum() == 0)) {
            report(context, run, "guard_size", "V01.cspaceGuard");
        }
    }

    /** At the parameter that is wrong, or, where it is missing or copied from elsewhere, at the object. */
    private static void report(CheckContext context, CapRun run, String parameter, String key, Object... arguments) {
        Optional<CapParam> written = run.source().getParams().stream()
                .filter(param -> CapParams.key(param).equals(parameter)).findFirst();
        if (written.isPresent()) {
            context.error(written.get(), null, key, arguments);
        } else {
            context.error(run.source(), CapdlPackage.Literals.MAPPING__REF, key, arguments);
        }
    }
}
