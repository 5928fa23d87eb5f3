package dev.trapwalk.lang.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;

/** What a program knows at one statement: its variables so far, and the problems found so far. */
final class Scope {
    /** Result of the last invocation whose result was not stored elsewhere. */
    static final String ERROR = "error";
    /** Badge that was received last and not stored elsewhere. */
    static final String BADGE = "badge";

    private final Set<String> variables = new HashSet<>(Set.of(ERROR, BADGE));
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, FunctionSpec> structures = new HashMap<>();
    private final List<ProgramProblem> problems;
    private String lastError = ERROR;

    Scope(List<ProgramProblem> problems) {
        this.problems = problems;
    }

    void problem(String key, EObject at, Object... arguments) {
        problems.add(ProgramProblem.of(key, at, arguments));
    }

    void problem(ProgramProblem problem) {
        problems.add(problem);
    }

    void declare(String variable) {
        variables.add(variable);
        unreadable.remove(variable);
        structures.remove(variable);
    }

    /** Declares a variable whose value a program cannot get at: a message info that came back. */
    void declareUnreadable(String variable) {
        declare(variable);
        unreadable.add(variable);
    }

    /** Declares the result of an invocation that returns more than an error: {@code r.error}, {@code r.paddr}. */
    void declareStructure(String variable, FunctionSpec function) {
        declare(variable);
        structures.put(variable, function);
    }

    boolean isVariable(String name) {
        return variables.contains(name);
    }

    boolean isReadable(String name) {
        return !unreadable.contains(name);
    }

    FunctionSpec structure(String name) {
        return structures.get(name);
    }

    /** The variable with the result of the last invocation. */
    String lastError() {
        return lastError;
    }

    void lastError(String variable) {
        lastError = variable;
    }
}
