package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** One mistake does not hide the next, and nothing stops the analysis. */
class RecoveryTest {

    @Test
    void severalSyntaxErrorsAndTheMistakesBetweenThemAreAllReported() {
        Analysis analysis = CapdlAnalysis.analyse("""
                arch x86_64
                objects {
                  a = ep
                  b = cnode (4 bits
                  c = tcb
                  d = epp
                  e = = ep
                  f = ep
                }
                caps {
                  b { 0: a  1: gone }
                  f { 0: c }
                }
                """, "broken.cdl");
        assertThat(lines(analysis, "S00")).contains(4, 7);
        assertThat(lines(analysis, "E05")).containsExactly(6);
        assertThat(lines(analysis, "E01")).containsExactly(11);
        assertThat(lines(analysis, "E10")).containsExactly(12);
    }

    @Test
    void anEntryBrokenInTheMiddleOfABlockLeavesTheNextEntriesReadable() {
        Analysis analysis = CapdlAnalysis.analyse("""
                arch x86_64
                objects {
                  a = ep
                  ] b = ep
                  c = ep
                }
                """, "broken.cdl");
        assertThat(analysis.diagnostics()).extracting(Diagnostic::line).containsExactly(4);
        assertThat(analysis.model().object("c")).isNotNull();
    }

    @Test
    void anEntryOfAFillListThatDoesNotEndHidesNothingSilently() {
        String layout = """
                arch x86_64
                objects {
                  a = frame (4k, fill: [{0 4096 CDL_FrameFill_FileData "a" 0])
                  b = ep
                  %s
                  c = cnode (4 bits)
                }
                caps { c { 0: a } }
                """;
        Analysis last = CapdlAnalysis.analyse(layout.formatted(""), "broken.cdl");
        assertThat(lines(last, "S00")).isNotEmpty();
        assertThat(last.model().object("c")).isNotNull();
        // The tool reads the two as one entry, whatever stands between them.
        Analysis next = CapdlAnalysis.analyse(layout.formatted("d = frame (4k, fill: [{0 1 x}])"), "broken.cdl");
        assertThat(next.hasErrors()).as(next.diagnostics().toString()).isFalse();
        assertThat(lines(next, "E22")).containsExactly(3);
        assertThat(next.model().object("b")).isNull();
        assertThat(next.model().object("c")).isNotNull();
    }

    @Test
    void arraysOfAnySizeCostNothing() {
        Analysis analysis = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CapdlAnalysis.analyse("""
                arch x86_64
                objects { none[0] = ep  many[100000000] = frame (4k)  nodes[100000000] = cnode (30 bits) }
                caps { nodes[] { 0: many[]  many[99999999] } }
                """, "large.cdl"));
        assertThat(analysis.model().counts().objects()).isEqualTo(200_000_000L);
        assertThat(analysis.model().counts().caps()).isEqualTo(100_000_000L * 100_000_001L);
    }

    @Test
    void whateverIsTypedIsAnalysedWithoutFailing() {
        String text = TestFiles.resource("check-examples.txt");
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(400));
            String mutilated = "arch ia32\nobjects { x = ep }\n" + text.substring(from, to).replace("--!", "");
            for (String ending : List.of(".cdl", ".walk")) {
                assertThat(CapdlAnalysis.analyse(mutilated, "noise" + ending).diagnostics()).as(mutilated)
                        .noneMatch(diagnostic -> diagnostic.id().equals("S99"));
            }
        }
    }

    @Test
    void anEmptyFileHasOneErrorAtItsStart() {
        Analysis analysis = CapdlAnalysis.analyse("", "empty.cdl");
        assertThat(analysis.diagnostics()).extracting(Diagnostic::line).containsExactly(1);
    }

    private static List<Integer> lines(Analysis analysis, String id) {
        return analysis.diagnostics().stream().filter(diagnostic -> diagnostic.id().equals(id)).map(Diagnostic::line)
                .toList();
    }
}
