package dev.trapwalk.lang.ide.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever types has an unfinished text nearly all of the time: every beginning of a text must be served. */
class UnfinishedTextTest {
    private static final int STRIDE = 11;
    private static final FormattingOptions OPTIONS = new FormattingOptions(4, true);

    private final Services services = new Services();

    @TestFactory
    List<DynamicTest> everyBeginningOfATextIsServed() throws Exception {
        return GoldenTest.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> serveBeginnings(file)))
                .toList();
    }

    private void serveBeginnings(Path file) throws IOException {
        String content = Files.readString(file);
        String text = content.substring(0, content.indexOf("-----\n")).replace(Answers.CURSOR, "");
        String uri = "file:///unfinished" + (file.toString().endsWith(".walk") ? ".walk" : ".cdl");
        for (int end = text.length(); end >= 0; end -= STRIDE) {
            serve(new Analyser().apply(new TextSnapshot(uri, 1, text.substring(0, end))));
        }
    }

    private void serve(AnalysedDocument document) {
        int end = document.text().text().length();
        Range all = document.text().range(0, end);
        services.outline().outline(document);
        services.folding().folding(document);
        services.semanticTokens().full(document);
        services.inlayHints().hints(document, all);
        services.diagnostics().diagnostics(document);
        services.codeLenses().lenses(document);
        services.documentLinks().links(document);
        for (int offset = Math.max(0, end - STRIDE); offset <= end; offset += 4) {
            Position position = document.text().lines().position(offset);
            services.completion().complete(document, position);
            services.hover().hover(document, position);
            services.definition().definition(document, position);
            services.references().holders(document, position);
            services.highlights().highlights(document, position);
            services.signatures().help(document, position);
            for (CodeAction action : services.codeActions().actions(document, new Range(position, position), null)) {
                assertThat(action.getEdit().getChanges()).containsOnlyKeys(document.uri());
                TextEdits.apply(document.text().text(), action.getEdit().getChanges().get(document.uri()));
            }
        }
        formatsToTheSameTokens(document);
    }

    private void formatsToTheSameTokens(AnalysedDocument document) {
        List<TextEdit> edits = services.formatting().format(document, OPTIONS);
        String formatted = TextEdits.apply(document.text().text(), edits);
        assertThat(formatted.replaceAll("\\s", "")).isEqualTo(document.text().text().replaceAll("\\s", ""));
        assertThat(services.formatting().format(new TextSnapshot(document.uri(), 2, formatted), OPTIONS)).isEmpty();
    }
}
