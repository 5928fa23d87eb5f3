package dev.trapwalk.lang;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.List;

/**
 * All there is to know about one version of one file.
 *
 * @param uri name of the file; ends in {@code .walk} for a scenario
 * @param tree the syntax tree with its tokens, for everything that goes from an offset to an element and back
 * @param model what it means
 * @param diagnostics ordered by place
 */
public record Analysis(String uri, SourceTree tree, CapdlModel model, List<Diagnostic> diagnostics) {

    public Analysis {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The root of the syntax tree, never null. */
    public Module module() {
        return tree.module();
    }

    /** The text that was analysed. */
    public String text() {
        return tree.text();
    }

    /** Whether anything is wrong enough to stop. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
