package dev.trapwalk.lang.check;

import static dev.trapwalk.lang.model.ObjectType.*;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.model.SlotRules;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** E10: capabilities of a type that their place cannot hold: TCB slots, page table levels, interrupts, ASID pools. */
final class SlotTypes implements Check {

    @Override
    public String id() {
        return "E10";
    }

    @Override
    public void check(CheckContext context) {
        Set<CapRun> seen = new HashSet<>();
        context.runs((container, run) -> {
            if (container.decl().type() != null && seen.add(run)) {
                check(context, container, run);
            }
        });
        for (ModelProblem problem : context.model().problems()) {
            if (problem.kind() == ModelProblem.Kind.NO_SLOTS) {
                boolean empty = problem.arguments().get(2).equals(0);
                context.report(empty ? Severity.WARNING : Severity.ERROR, problem.at(), null, Fix.NONE, "E10.noSlots",
                        problem.arguments().get(0), problem.arguments().get(1));
            } else if (problem.kind() == ModelProblem.Kind.NOT_AN_UNTYPED) {
                context.error(problem.at(), null, "E10.path", problem.arguments().get(0), problem.arguments().get(1));
            }
        }
    }

    private static void check(CheckContext context, Container container, CapRun run) {
        if (run.pseudo() == PseudoTarget.IO_SPACE_MASTER && !context.arch().isX86()) {
            context.enter("E05");
            context.error(run.source(), CapdlPackage.Literals.MAPPING__REF, "E05.pseudoArch", run.pseudo().keyword(),
                    context.arch().keyword());
            context.enter("E10");
        }
        if (container.decl().is(TCB)) {
            tcb(context, run);
            return;
        }
        Set<ObjectType> expected = SlotRules.contents(container.decl().type(), context.arch());
        if (container.decl().isIrqNode() && run.lastSlot() != 0) {
            compatible(context, run, "E10.irqSlot", container.decl().name());
        } else if (container.decl().isIrqNode()) {
            fits(context, run, SlotRules.contents(IRQ, context.arch()), "0", container);
        } else if (expected != null) {
            fits(context, run, expected, Long.toString(run.slot()), container);
        }
    }

    private static void tcb(CheckContext context, CapRun run) {
        for (long slot = run.slot(); slot <= run.lastSlot(); slot++) {
            if (slot >= SymbolicSlot.values().length) {
                context.error(run.source(), null, "E10.tcbSlot", slot);
                return;
            }
            SymbolicSlot symbol = SymbolicSlot.values()[(int) slot];
            Set<ObjectType> expected = SlotRules.tcbSlot(symbol, context.arch());
            boolean replies = symbol == SymbolicSlot.REPLY_SLOT || symbol == SymbolicSlot.CALLER_SLOT;
            int reply = symbol == SymbolicSlot.REPLY_SLOT ? 2 : symbol == SymbolicSlot.CALLER_SLOT ? 1 : 0;
            boolean known = run.target() != null && run.target().type() != null;
            if (symbol == SymbolicSlot.VSPACE && known && run.target().type().isPageTable()
                    && !expected.contains(run.target().type())) {
                compatible(context, run, "E10.vspace", context.arch().vspaceRoot().keyword());
            } else if (replies && run.targets(RTREPLY)) {
                compatible(context, run, "E10.rtreply", symbol.keyword());
            } else if (run.pseudo() != null || known && symbol == SymbolicSlot.CSPACE && run.target().isIrqNode() || known && !expected.contains(run.target().type())) {
                wrong(context, run, symbol.keyword(), expected, "tcb");
            } else if (reply != 0 && run.targets(TCB) && run.attributes().reply() != reply) {
                context.error(run.source(), CapdlPackage.Literals.MAPPING__REF,
                        reply == 2 ? "E10.masterReply" : "E10.reply");
            }
        }
    }

    private static void fits(CheckContext context, CapRun run, Set<ObjectType> expected, String slot,
            Container container) {
        if (run.pseudo() != null || run.target() != null && run.target().type() != null
                && !expected.contains(run.target().type())) {
            wrong(context, run, slot, expected, container.decl().type().keyword());
        }
    }

    private static void wrong(CheckContext context, CapRun run, String slot, Set<ObjectType> expected, String holder) {
        String found = run.pseudo() != null ? run.pseudo().keyword() : run.target().type().keyword();
        boolean named = run.source().getSource() != null;
        // The tool does not look into IO devices.
        Severity severity = holder.equals(IO_DEVICE.keyword()) ? Severity.WARNING : Severity.ERROR;
        context.report(severity, run.source(),
                named ? CapdlPackage.Literals.MAPPING__SOURCE : CapdlPackage.Literals.MAPPING__REF, Fix.NONE,
                "E10.type", slot, holder, expected.stream().map(ObjectType::keyword).collect(Collectors.joining(" or ")), found);
    }

    private static void compatible(CheckContext context, CapRun run, String key, Object argument) {
        context.enter("E26");
        context.report(Severity.WARNING, run.source(), CapdlPackage.Literals.MAPPING__REF, Fix.NONE, key, argument);
        context.enter("E10");
    }
}
