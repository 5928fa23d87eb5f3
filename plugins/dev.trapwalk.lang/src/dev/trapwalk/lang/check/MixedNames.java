package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.CapdlPackage.Literals;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/**
 * E26: a name that stands for an object and, in paths, for elements too: {@code p} and {@code p[1]/x}. The tool takes it, but ends
 * with an error when it prints both in one list, where it expects an index at each or at none.
 */
final class MixedNames implements Check {

    @Override
    public String id() {
        return "E26";
    }

    @Override
    public void check(CheckContext context) {
        Set<String> elements = new HashSet<>();
        for (ObjectDecl decl : context.model().objects()) {
            if (context.model().isOnlyInPaths(decl)) {
                elements.add(name(decl));
            }
        }
        if (!elements.isEmpty()) {
            containers(context, elements);
            covers(context, elements);
        }
    }

    /** What an object holds is printed with all of its name that hold the same or can hold nothing, as untypeds. */
    private static void containers(CheckContext context, Set<String> elements) {
        for (List<Container> parts : context.model().containers()) {
            ObjectDecl decl = parts.isEmpty() ? null : parts.get(0).decl();
            if (decl != null && !decl.isArray() && !parts.get(0).runs().isEmpty() && elements.contains(name(decl))) {
                report(context, decl.nameRef(), name(decl));
            }
        }
    }

    private static void covers(CheckContext context, Set<String> elements) {
        Map<ObjectRef, Map<String, ObjectDecl>> seen = new HashMap<>();
        for (Cover cover : context.model().covers()) {
            ObjectDecl decl = cover.objects() == null ? null : cover.objects().decl();
            if (decl != null && elements.contains(name(decl)) && isPrinted(context, cover.untyped().decl())) {
                ObjectDecl before = seen.computeIfAbsent(cover.untyped(), untyped -> new HashMap<>()).put(name(decl), decl);
                if (before != null && isPlain(before) != isPlain(decl)) {
                    report(context, cover.source(), name(decl));
                }
            }
        }
    }

    /** Beside an object of its name, an element is not printed. */
    private static boolean isPrinted(CheckContext context, ObjectDecl untyped) {
        return isPlain(untyped) || untyped.isArray() || context.model().object(name(untyped)) == null;
    }

    private static boolean isPlain(ObjectDecl decl) {
        return !decl.isArray() && !decl.nameRef().isIndexed();
    }

    private static void report(CheckContext context, EObject at, String name) {
        context.report(Severity.WARNING, at, at == null || at.eClass() != Literals.NAME_REF ? null : Literals.NAME_REF__NAME,
                Fix.NONE, "E26.mixedName", name);
    }

    private static String name(ObjectDecl decl) {
        return decl.nameRef().getName();
    }
}
