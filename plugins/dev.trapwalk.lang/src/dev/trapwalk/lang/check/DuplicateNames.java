package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectType;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** E02: objects declared twice (the tool stops), capabilities named twice (the last one wins, silently). */
final class DuplicateNames implements Check {

    @Override
    public String id() {
        return "E02";
    }

    @Override
    public void check(CheckContext context) {
        Set<EObject> reported = new HashSet<>();
        for (ModelProblem problem : context.model().problems()) {
            switch (problem.kind()) {
                case DUPLICATE_OBJECT -> {
                    Severity severity = isIgnored(problem.at(), problem.arguments().get(1)) ? Severity.WARNING : Severity.ERROR;
                    context.report(severity, problem.at(), CapdlPackage.Literals.NAME_REF__NAME, Fix.NONE, "E02.object",
                            problem.arguments().get(0), line(context, problem));
                    EObject first = (EObject) problem.arguments().get(1);
                    if (reported.add(first)) {
                        context.report(severity, first, CapdlPackage.Literals.NAME_REF__NAME, Fix.NONE, "E02.again",
                                problem.arguments().get(0), context.line(problem.at()));
                    }
                }
                case DUPLICATE_IN_DUMP -> context.warning(problem.at(), CapdlPackage.Literals.NAME_REF__NAME,
                        "E02.dump", problem.arguments().get(0), line(context, problem));
                case DUPLICATE_CAP_NAME -> context.warning(problem.at(), CapdlPackage.Literals.NAME_REF__NAME,
                        "E02.cap", problem.arguments().get(0), line(context, problem));
                default -> {
                    // Other problems belong to other checks.
                }
            }
        }
    }

    /**
     * An untyped under a name that is taken is nothing to the tool, as long as it contains nothing. In a path what has the name
     * lies in the path then: as many elements as are declared, which must be there.
     */
    private static boolean isIgnored(EObject name, Object first) {
        return name.eContainer() instanceof ObjectEntry entry && entry.getObject() != null
                && (entry.getPath().size() == 1 && entry.eContainer() instanceof ObjectsSection
                        || !((NameRef) name).isIndexed() && !((NameRef) first).isIndexed()
                        || size((NameRef) name) > 0 && size((NameRef) name) <= size((NameRef) first))
                && ObjectType.UT.keyword().equals(entry.getObject().getType())
                && (entry.getObject().getBody() == null || entry.getObject().getBody().getEntries().isEmpty());
    }

    /** Number of elements in the declaration of an array; -1 when it is none. */
    private static long size(NameRef name) {
        boolean plain = name.getRanges().size() == 1 && !name.getRanges().get(0).isOpen();
        return plain ? Numbers.index(name.getRanges().get(0).getFrom()) : -1;
    }

    private static int line(CheckContext context, ModelProblem problem) {
        return context.line((EObject) problem.arguments().get(1));
    }
}
