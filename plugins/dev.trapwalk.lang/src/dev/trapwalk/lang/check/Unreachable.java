package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** E21: objects that no thread can ever get at. Arrays count as a whole. */
final class Unreachable implements Check {

    @Override
    public String id() {
        return "E21";
    }

    @Override
    public void check(CheckContext context) {
        Set<ObjectDecl> reached = new HashSet<>(2 * context.model().objects().size());
        Deque<ObjectDecl> todo = new ArrayDeque<>();
        for (ObjectDecl decl : context.model().objects()) {
            if (decl.is(ObjectType.TCB) && reached.add(decl)) {
                todo.add(decl);
            }
        }
        if (todo.isEmpty() || context.model().containers().isEmpty()) {
            return;
        }
        for (IrqEntry entry : context.model().irqs()) {
            if (entry.targets() != null && reached.add(entry.targets().decl())) {
                todo.add(entry.targets().decl());
            }
        }
        while (!todo.isEmpty()) {
            for (Container container : context.model().containers(todo.poll())) {
                for (CapRun run : container.runs()) {
                    if (run.target() != null && reached.add(run.target())) {
                        todo.add(run.target());
                    }
                }
            }
        }
        for (ObjectDecl decl : context.model().objects()) {
            if (!reached.contains(decl) && !decl.is(ObjectType.UT) && decl.type() != null) {
                context.info(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E21.object", decl.name());
            }
        }
    }
}
