package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.CapdlStandaloneSetup;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.OutlineService;
import dev.trapwalk.lang.parsing.Parsers;
import dev.trapwalk.lang.tree.SourceTree;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An analysis that takes over what is unchanged gives what a fresh one gives, after any edits. */
class IncrementalTest {
    /** Xtext's own set-up of the language. */
    private static final IParser PARSER =
            new CapdlStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);
    private static final int TEXTS = 4;
    private static final int EDITS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"x86_64", "aarch64", "riscv", "ia32", "arm11"})
    void afterAnyEditsItIsTheFreshOne(String arch) {
        for (int seed = 0; seed < TEXTS; seed++) {
            RandomEdits edits = new RandomEdits(seed);
            String text = LayoutGenerator.layout(200, arch, seed);
            Analysis analysis = null;
            for (int i = 0; i < EDITS; i++) {
                analysis = CapdlAnalysis.analyse(text, "a.cdl", AnalysisOptions.DEFAULT, analysis, () -> false);
                Analysis fresh = CapdlAnalysis.analyse(text, "a.cdl");
                assertThat(analysis.diagnostics()).as(text).isEqualTo(fresh.diagnostics());
                assertThat(CanonicalWriter.write(analysis.model())).as(text)
                        .isEqualTo(CanonicalWriter.write(fresh.model()));
                assertThat(outline(analysis)).as(text).isEqualTo(outline(fresh));
                text = edits.edit(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aTreeOfPiecesIsTheTreeOfTheWhole(int seed) {
        RandomEdits edits = new RandomEdits(seed);
        String text = LayoutGenerator.layout(300, "x86_64", seed);
        SourceTree tree = null;
        for (int i = 0; i < 2 * EDITS; i++) {
            tree = SourceTree.of(Parsers.ofLayouts(), text, tree);
            assertThat(TreeText.of(tree)).as(text).isEqualTo(TreeText.parsed(PARSER, text));
            text = edits.edit(text);
        }
    }

    @Test
    void whatIsUnchangedIsNotParsedAgain() {
        String text = LayoutGenerator.layout(500, "x86_64", 1);
        Analysis before = CapdlAnalysis.analyse(text, "a.cdl");
        String edited = text.replaceFirst("objects \\{", "-- a remark\n\nobjects {");
        Analysis after = CapdlAnalysis.analyse(edited, "a.cdl", AnalysisOptions.DEFAULT, before, () -> false);
        long kept = after.model().objects().stream()
                .filter(decl -> before.model().object(decl.name()).nameRef() == decl.nameRef()).count();
        assertThat(kept).isBetween(400L, (long) after.model().objects().size() - 1);
        // A taken over element tells each tree where it stands there.
        var last = before.model().object("p1_fault").nameRef();
        assertThat(after.model().object("p1_fault").nameRef()).isSameAs(last);
        assertThat(after.tree().offset(after.tree().node(last))).isEqualTo(edited.indexOf("p1_fault ="));
        assertThat(before.tree().offset(before.tree().node(last))).isEqualTo(text.indexOf("p1_fault ="));
    }

    private static Object outline(Analysis analysis) {
        return new OutlineService().outline(
                new AnalysedDocument(new TextSnapshot(analysis.uri(), 1, analysis.text()), analysis));
    }
}
