package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Fixes;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/**
 * E11: threads that cannot run as they are: no CSpace, no VSpace, no IPC buffer; a fault endpoint that is none. Reported
 * where the missing slot would be written: at the first entry of the thread's block, or at its declaration.
 */
final class ThreadSetup implements Check {

    @Override
    public String id() {
        return "E11";
    }

    @Override
    public void check(CheckContext context) {
        CapdlModel model = context.model();
        CSpaces cspaces = new CSpaces(model);
        for (List<Container> parts : model.containers()) {
            for (Container container : parts) {
                if (container.decl().is(ObjectType.TCB)) {
                    slots(context, container);
                    faultEndpoint(context, cspaces, container);
                }
            }
        }
        for (ObjectDecl decl : model.objects()) {
            if (decl.is(ObjectType.TCB) && model.containers(decl).isEmpty() && !model.containers().isEmpty()) {
                context.warning(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E11.nothing", decl.name());
            }
        }
    }

    private static void slots(CheckContext context, Container container) {
        missing(context, container, SymbolicSlot.CSPACE, Severity.WARNING);
        missing(context, container, SymbolicSlot.VSPACE, Severity.INFO);
        if (container.decl().number(ParamKey.ADDR) != null && container.decl().number(ParamKey.ADDR).signum() != 0) {
            missing(context, container, SymbolicSlot.IPC_BUFFER_SLOT, Severity.INFO);
        }
    }

    private static void missing(CheckContext context, Container container, SymbolicSlot slot, Severity severity) {
        if (container.at(slot) == null) {
            INode place = place(context, container);
            boolean inBlock = !container.runs().isEmpty() && !context.errors().any();
            Fix fix = inBlock ? new Fix(Fixes.FILL_SLOT, List.of(container.decl().name(),
                    Long.toString(container.low()), slot.keyword())) : Fix.NONE;
            context.report(severity, place, fix, "E11.slot", container.decl().display(container.low()),
                    slot.keyword());
        }
    }

    private static INode place(CheckContext context, Container container) {
        EObject at = container.decl().nameRef();
        if (!container.runs().isEmpty()) {
            return firstEntry(context, container);
        }
        for (Section section : context.model().module().getSections()) {
            if (section instanceof CapsSection caps) {
                for (CapItem item : caps.getItems()) {
                    if (item.getContainer() != null && container.decl().name().equals(item.getContainer().getName())) {
                        return context.node(item.getContainer(), null);
                    }
                }
            }
        }
        return context.node(at, CapdlPackage.Literals.NAME_REF__NAME);
    }

    private static INode firstEntry(CheckContext context, Container container) {
        INode first = null;
        for (var run : container.runs()) {
            INode node = context.node(run.source(), null);
            first = first == null || context.tree().offset(node) < context.tree().offset(first) ? node : first;
        }
        return first;
    }

    private static void faultEndpoint(CheckContext context, CSpaces cspaces, Container container) {
        Param param = container.decl().param(ParamKey.FAULT_EP);
        if (param == null || param.value() == null || param.value().signum() == 0
                || container.at(SymbolicSlot.CSPACE) == null) {
            return;
        }
        CSpaces.Entry entry = cspaces.resolve(new ObjectRef(container.decl(), container.low()),
                Numbers.word(param.value()), context.arch().wordBits());
        boolean endpoint = entry != null && entry.run().targets(ObjectType.EP);
        if (!endpoint) {
            context.warning(param.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE,
                    entry == null ? "E11.faultNothing" : "E11.faultNoEndpoint",
                    "0x" + param.value().toString(16), container.decl().name());
        }
    }
}
