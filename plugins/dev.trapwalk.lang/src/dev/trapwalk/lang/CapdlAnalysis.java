package dev.trapwalk.lang;

import dev.trapwalk.lang.check.CheckRunner;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.build.ModelBuilder;
import dev.trapwalk.lang.tree.SourceTree;
import java.util.function.BooleanSupplier;

/**
 * The one way from text to meaning, for the editor, the language server, the command line, the launch and the tests:
 * parse, build the model, run the checks.
 *
 * <p>Never throws because of a file's content. Safe to call from several threads. After an edit the syntax tree takes over
 * what is unchanged from the tree before; model and checks, which are quick, are made anew.
 */
public final class CapdlAnalysis {

    /** Of next to nothing. Made once, by the first who asks; others wait. */
    private static final class Preparation {
        static final Analysis SMALLEST = analyse("arch x86_64 objects { a = ep } caps { a { } }", "a.cdl");
    }

    private CapdlAnalysis() {
    }

    /** Analyses a text. The ending of {@code uri} tells scenarios ({@code .walk}) from layouts. */
    public static Analysis analyse(String text, String uri, AnalysisOptions options) {
        return analyse(text, uri, options, null, () -> false);
    }

    /**
     * Sets up what every analysis needs, which takes a part of a second in a new process and may be done while there is something
     * else to do. Returns when that is done, by whomever.
     */
    public static void prepare() {
        Preparation.SMALLEST.hasErrors();
    }

    /** Analyses with the default options. */
    public static Analysis analyse(String text, String uri) {
        return analyse(text, uri, AnalysisOptions.DEFAULT);
    }

    /**
     * Analyses a text of which an earlier version was analysed before. The result is the same, only sooner there.
     *
     * @param earlier the analysis of that version, or null; of any text, but worth something only for one that is alike
     * @param stale says, whenever asked, whether nobody wants the result any more
     * @throws java.util.concurrent.CancellationException when nobody does
     */
    public static Analysis analyse(String text, String uri, AnalysisOptions options, Analysis earlier,
            BooleanSupplier stale) {
        SourceTree tree = SourceTree.of(Languages.parser(uri), text, earlier == null ? null : earlier.tree());
        CapdlModel model = ModelBuilder.build(tree);
        return new Analysis(uri, tree, model, CheckRunner.run(model, options, stale));
    }
}
