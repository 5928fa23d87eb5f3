package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapParam;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.Mapping;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** E08: guards of CNode capabilities that no address can match, and CSpace roots that do not resolve a whole word. */
final class Guards implements Check {

    @Override
    public String id() {
        return "E08";
    }

    @Override
    public void check(CheckContext context) {
        Set<Mapping> seen = new HashSet<>();
        context.runs((container, run) -> {
            if (run.targets(ObjectType.CNODE) && run.target().bits() > 0 && !run.isCopy() && seen.add(run.source())) {
                check(context, container, run);
            }
        });
    }

    private static void check(CheckContext context, Container container, CapRun run) {
        CapAttributes attributes = run.written();
        int word = context.arch().wordBits();
        int radix = run.target().bits();
        BigInteger guard = attributes.guard() == null ? BigInteger.ZERO : attributes.guard();
        BigInteger size = attributes.guardSize() == null ? BigInteger.ZERO : attributes.guardSize();
        int free = Math.max(word - radix, 0);
        int guardBits = word == 64 ? 58 : 18;
        if (size.compareTo(BigInteger.valueOf(free)) > 0) {
            context.report(Severity.WARNING, value(context, run, "guard_size"), fix(context, run, free), "E08.tooWide",
                    size, radix, word, free);
        } else if (guard.bitLength() > size.intValue()) {
            context.report(Severity.WARNING, value(context, run, "guard"), Fix.NONE, "E08.guard", guard, size);
        } else if (guard.bitLength() > guardBits) {
            context.report(Severity.WARNING, value(context, run, "guard"), Fix.NONE, "E08.guardBits", guard, guardBits);
        } else if (container.decl().is(ObjectType.TCB) && run.slot() == SymbolicSlot.CSPACE.number()
                && size.intValue() < free && !hasNodes(context, run)) {
            context.report(Severity.WARNING, context.node(run.source(), CapdlPackage.Literals.MAPPING__REF),
                    fix(context, run, free), "E08.root", run.target().name(), radix, size, word, free);
        }
    }

    /** Whether more CNodes follow, which resolve the rest of the address. */
    private static boolean hasNodes(CheckContext context, CapRun root) {
        Container container = context.model().container(root.targets().get(0));
        return container != null && container.runs().stream()
                .anyMatch(run -> run.targets(ObjectType.CNODE) && run.target() != root.target());
    }

    private static INode value(CheckContext context, CapRun run, String key) {
        for (CapParam param : run.source().getParams()) {
            if (CapParams.key(param).equals(key)) {
                return context.node(param, CapdlPackage.Literals.CAP_PARAM__VALUE);
            }
        }
        return context.node((EObject) run.source(), null);
    }

    private static Fix fix(CheckContext context, CapRun run, int size) {
        for (CapParam param : run.source().getParams()) {
            if (CapParams.key(param).equals("guard_size") && param.getValue() != null) {
                INode value = context.node(param, CapdlPackage.Literals.CAP_PARAM__VALUE);
                return Fix.replaceAt(context.tree().offset(value), value.getLength(), Integer.toString(size));
            }
        }
        INode node = context.node(run.source(), CapdlPackage.Literals.MAPPING__REF);
        return run.source().isParenthesised() ? Fix.NONE
                : Fix.insert(context.tree().end(node), " (guard_size: " + size + ")");
    }
}
