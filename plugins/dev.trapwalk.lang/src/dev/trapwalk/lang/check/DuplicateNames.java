package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.ModelProblem;
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
                    context.error(problem.at(), CapdlPackage.Literals.NAME_REF__NAME, "E02.object",
                            problem.arguments().get(0), line(context, problem));
                    EObject first = (EObject) problem.arguments().get(1);
                    if (reported.add(first)) {
                        context.error(first, CapdlPackage.Literals.NAME_REF__NAME, "E02.again",
                                problem.arguments().get(0), context.line(problem.at()));
                    }
                }
                case DUPLICATE_CAP_NAME -> context.warning(problem.at(), CapdlPackage.Literals.NAME_REF__NAME,
                        "E02.cap", problem.arguments().get(0), line(context, problem));
                default -> {
                    // Other problems belong to other checks.
                }
            }
        }
    }

    private static int line(CheckContext context, ModelProblem problem) {
        return context.line((EObject) problem.arguments().get(1));
    }
}
