package dev.trapwalk.lang;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.model.CapdlModel;
import java.util.List;
import org.eclipse.xtext.nodemodel.ICompositeNode;

/**
 * All there is to know about one version of one file.
 *
 * @param uri name of the file; ends in {@code .walk} for a scenario
 * @param module the syntax tree, never null
 * @param rootNode tokens with their places, for everything that goes from an offset to an element and back
 * @param model what it means
 * @param diagnostics ordered by place
 */
public record Analysis(String uri, Module module, ICompositeNode rootNode, CapdlModel model,
        List<Diagnostic> diagnostics) {

    public Analysis {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The text that was analysed. */
    public String text() {
        return rootNode.getText();
    }

    /** Whether anything is wrong enough to stop. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
