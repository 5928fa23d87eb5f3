package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.CapName;
import dev.trapwalk.lang.model.ModelProblem;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.Collection;
import java.util.List;
import org.eclipse.emf.ecore.EObject;

/** E01: names that stand for nothing, indexes that do not exist. */
final class UnknownNames implements Check {

    /** Similar names are searched for the first so many unknown ones: each search looks at every name. */
    private static final int MOST_SEARCHES = 200;

    @Override
    public String id() {
        return "E01";
    }

    @Override
    public void check(CheckContext context) {
        int searches = 0;
        for (ModelProblem problem : context.model().problems()) {
            List<Object> arguments = problem.arguments();
            switch (problem.kind()) {
                case UNKNOWN_OBJECT, UNKNOWN_CONTAINER -> unknown(context, problem, searches++,
                        Candidates.of(context.model(), problem));
                case UNKNOWN_CAP -> unknown(context, problem, searches++,
                        context.model().capNames().stream().map(CapName::name).toList());
                case UNKNOWN_NAMED_CONTAINER -> context.warning(problem.at(), null, "E01.namedContainer",
                        arguments.get(0));
                case UNKNOWN_SLOT -> context.error(problem.at(), null, "E01.slot", arguments.get(0));
                case NO_SUCH_ELEMENT -> context.error(problem.at(), null, "E01.element", arguments.get(0),
                        arguments.get(1), arguments.get(2), last(arguments.get(1)));
                case NOTHING_THERE -> context.warning(problem.at(), null, "E01.nothing", arguments.get(0), arguments.get(1),
                        arguments.get(2));
                case NEEDS_INDEX -> context.report(Severity.ERROR, problem.at(), null,
                        Fix.replace(arguments.get(0) + "[]", arguments.get(0) + "[0]"), "E01.needsIndex",
                        arguments.get(0), arguments.get(1));
                case NOT_AN_ARRAY -> context.report(Severity.ERROR, problem.at(), null,
                        Fix.replace(String.valueOf(arguments.get(0))), "E01.notArray", arguments.get(0));
                case ANOTHER_IN_PATH -> another(context, problem, (ObjectDecl) arguments.get(1));
                case UNUSED_PARENT -> context.warning(problem.at(), null, "E01.unusedParent", arguments.get(0));
                case NOT_ONE -> context.report(Severity.ERROR, problem.at(), null, Fix.replace(arguments.get(0) + "[0]"),
                        "E01.notOne", arguments.get(0));
                case CYCLIC_COPY -> context.error(problem.at(), null, "E01.cyclicCopy", arguments.get(0));
                case COPY_OF_EMPTY -> context.error(problem.at(), null, "E01.copyOfEmpty", arguments.get(0),
                        arguments.get(1));
                default -> {
                    // Other problems belong to other checks.
                }
            }
        }
    }

    private static void another(CheckContext context, ModelProblem problem, ObjectDecl other) {
        String text = other.isArray() ? other.name() + "[0.." + (other.count() - 1) + "]" : other.name();
        context.report(Severity.WARNING, problem.at(), null, other.is(ObjectType.UT) && other.isArray()
                ? Fix.replace(other.name() + "[0]") : Fix.NONE, "E01.anotherInPath", problem.arguments().get(0), text);
    }

    private static Object last(Object size) {
        return size instanceof Long number ? number - 1 : size;
    }

    private static void unknown(CheckContext context, ModelProblem problem, int searches, Collection<String> known) {
        String name = String.valueOf(problem.arguments().get(0));
        List<String> similar = searches < MOST_SEARCHES ? Similar.to(name, known) : List.of();
        EObject at = problem.at();
        String key = "E01." + problem.kind().name();
        if (similar.isEmpty()) {
            context.error(at, nameFeature(at), key, name);
        } else {
            context.report(Severity.ERROR, at, nameFeature(at), Fix.replace(similar.toArray(String[]::new)),
                    key + ".similar", name, String.join("', '", similar));
        }
    }

    private static org.eclipse.emf.ecore.EStructuralFeature nameFeature(EObject at) {
        return at.eClass().getEStructuralFeature("name");
    }
}
