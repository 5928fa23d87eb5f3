package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.FormattingService;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;

/** Formatting changes how a layout is written and not what it says, in either order. */
class FormattingTest {
    private static final String COMMENTED = """
            -- about the file
            arch ia32 -- 32 bits
            objects {
              -- second thread
              t = tcb /* inline */
              e = ep -- an endpoint
              c = cnode (2 bits)
            }
            caps {
              -- the CSpace
              c {
                -- the first
                0: e (RW)
                9: e -- trapwalk: ignore E04
              }
            }
            """;

    @Property(tries = 200)
    void keepingTheOrderKeepsTheLayoutAndIsDoneOnce(@ForAll long seed) {
        String text = RandomLayout.of(seed).replace("\n", seed % 2 == 0 ? " -- note\n" : "\n   ");
        String formatted = format(text, FormattingService.KEEP);
        assertThat(canonical(formatted)).isEqualTo(canonical(text));
        assertThat(formatted.split("-- note", -1)).hasSameSizeAs(text.split("-- note", -1));
        assertThat(format(formatted, FormattingService.KEEP)).isEqualTo(formatted);
    }

    @Test
    void aFileKeepsTheLineEndsItHas() {
        for (String order : List.of(FormattingService.KEEP, FormattingService.CANONICAL)) {
            String formatted = format(COMMENTED, order);
            assertThat(format(COMMENTED.replace("\n", "\r\n"), order)).isEqualTo(formatted.replace("\n", "\r\n"));
            assertThat(format(formatted.replace("\n", "\r\n"), order)).isEqualTo(formatted.replace("\n", "\r\n"));
        }
    }

    @Test
    void aCommentInAFillEntryIsKeptAndNotAWordOfIt() {
        String text = "arch ia32\nobjects { f = frame (4k, fill: [{0 10 /* c */ \"a\" 0}]) }\n";
        String formatted = format(text, FormattingService.CANONICAL);
        assertThat(formatted.split("/\\*", -1)).hasSize(2);
        assertThat(format(formatted, FormattingService.CANONICAL)).isEqualTo(formatted);
    }

    @Test
    void aCommentOverSeveralLinesEndsItsLinesAsTheFileDoes() {
        String text = "/* one\n * two */\narch ia32\n\nobjects {\n}\n\ncaps {\n}\n";
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            String file = text.replace("\n", lineEnd);
            assertThat(format(file, FormattingService.CANONICAL)).isEqualTo(file);
        }
    }

    @Property(tries = 200)
    void canonicalOrderKeepsTheLayoutAndEveryCommentAndIsReachedOnce(@ForAll long seed) {
        String text = RandomLayout.of(seed).replace("\n", " -- note\n");
        String formatted = format(text, FormattingService.CANONICAL);
        assertThat(canonical(formatted)).isEqualTo(canonical(text));
        assertThat(formatted.split("-- note", -1)).hasSameSizeAs(text.split("-- note", -1));
        assertThat(format(formatted, FormattingService.CANONICAL)).isEqualTo(formatted);
    }

    @Test
    void inCanonicalOrderACommentStandsInFrontOfWhatItIsAbout() {
        assertThat(format(COMMENTED, FormattingService.CANONICAL)).isEqualTo("""
                -- about the file
                -- 32 bits
                arch ia32

                objects {
                    c = cnode (2 bits)
                    -- an endpoint
                    e = ep
                    -- second thread
                    /* inline */
                    t = tcb
                }

                caps {
                    -- the CSpace
                    c {
                        -- the first
                        0x0: e (RW)
                        -- trapwalk: ignore E04
                        0x9: e
                    }
                }
                """);
    }

    @Test
    void aSilencedFindingStaysSilentInCanonicalOrder() {
        Analysis analysis = CapdlAnalysis.analyse(format(COMMENTED, FormattingService.CANONICAL), "a.cdl");
        assertThat(analysis.diagnostics()).noneMatch(diagnostic -> diagnostic.id().equals("E04"));
    }

    @Test
    void aLayoutWithErrorsKeepsItsOrder() {
        String text = "arch ia32\nobjects {\n    z = ep\n    a = epp\n}\n";
        assertThat(format(text, FormattingService.CANONICAL)).isEqualTo(text);
    }

    private static String canonical(String text) {
        Analysis analysis = CapdlAnalysis.analyse(text, "a.cdl");
        assertThat(analysis.hasErrors()).as(text + analysis.diagnostics()).isFalse();
        return CanonicalWriter.write(analysis.model());
    }

    private static String format(String text, String order) {
        TextSnapshot snapshot = new TextSnapshot("a.cdl", 1, text);
        FormattingOptions options = new FormattingOptions(4, true);
        options.putString(FormattingService.ORDER, order);
        List<TextEdit> edits = new FormattingService()
                .format(new AnalysedDocument(snapshot, CapdlAnalysis.analyse(text, "a.cdl")), options);
        StringBuilder formatted = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            formatted.replace(snapshot.offset(edits.get(i).getRange().getStart()),
                    snapshot.offset(edits.get(i).getRange().getEnd()), edits.get(i).getNewText());
        }
        return formatted.toString();
    }
}
