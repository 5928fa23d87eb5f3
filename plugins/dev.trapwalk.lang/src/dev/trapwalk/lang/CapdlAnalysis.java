package dev.trapwalk.lang;

import dev.trapwalk.lang.capdl.CapdlFactory;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.check.CheckRunner;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.build.ModelBuilder;
import java.io.StringReader;
import org.eclipse.xtext.parser.IParseResult;

/**
 * The one way from text to meaning, for the editor, the language server, the command line, the launch and the tests:
 * parse, build the model, run the checks.
 *
 * <p>Never throws because of a file's content. Safe to call from several threads. 10,000 objects take some tenths of a
 * second, so callers simply analyse again after an edit.
 */
public final class CapdlAnalysis {

    private CapdlAnalysis() {
    }

    /** Analyses a text. The ending of {@code uri} tells scenarios ({@code .walk}) from layouts. */
    public static Analysis analyse(String text, String uri, AnalysisOptions options) {
        return analyse(Languages.parser(uri).parse(new StringReader(text)), uri, options);
    }

    /** Analyses with the default options. */
    public static Analysis analyse(String text, String uri) {
        return analyse(text, uri, AnalysisOptions.DEFAULT);
    }

    /** Analyses what an Xtext resource has parsed already. */
    public static Analysis analyse(IParseResult parsed, String uri, AnalysisOptions options) {
        Module module = parsed.getRootASTElement() instanceof Module root ? root
                : CapdlFactory.eINSTANCE.createModule();
        CapdlModel model = ModelBuilder.build(module);
        return new Analysis(uri, module, parsed.getRootNode(), model, CheckRunner.run(parsed, model, uri, options));
    }
}
