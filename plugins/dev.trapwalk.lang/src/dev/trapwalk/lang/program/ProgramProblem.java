package dev.trapwalk.lang.program;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * Something in a program, or in the layout it runs on, that cannot be executed.
 *
 * @param key key of the message; its first three characters are the id of the diagnostic
 * @param at the element it is about
 * @param arguments names and numbers for the message
 * @param replacements texts that would mend it when put in place of the element, best first
 */
public record ProgramProblem(String key, EObject at, List<Object> arguments, List<String> replacements) {

    static ProgramProblem of(String key, EObject at, Object... arguments) {
        return new ProgramProblem(key, at, List.of(arguments), List.of());
    }

    ProgramProblem withReplacements(List<String> texts) {
        return new ProgramProblem(key, at, arguments, texts);
    }

    /** Id of the diagnostic. */
    public String id() {
        return key.substring(0, 3);
    }
}
