package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.export.LayoutDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is written in another form means the same. */
class ExportTest {

    @TestFactory
    Stream<DynamicTest> canonicalTextOfEveryAcceptedMicroCaseMeansTheSame() {
        return accepted(TestFiles.resource("micro-cases.jsonl")).map(verdict -> dynamicTest(
                verdict.get("name").getAsString(), () -> roundTrip(verdict.get("text").getAsString())));
    }

    /**
     * {@code u/x} beside an array {@code u[3]}: such an untyped can only be written as part of a path again. Words of fill entries
     * may look like anything. An entry with {@code child_of} may be derived elsewhere, too.
     */
    @TestFactory
    Stream<DynamicTest> oddPathsFillEntriesAndDerivationsMeanTheSame() {
        return accepted(TestFiles.resource("verdict-cases.jsonl"))
                .filter(verdict -> verdict.get("name").getAsString().matches("(path|fill|derived) .*")).map(verdict -> dynamicTest(
                        verdict.get("name").getAsString(), () -> roundTrip(verdict.get("text").getAsString())));
    }

    @TestFactory
    Stream<DynamicTest> canonicalTextOfEveryAcceptedCorpusFileMeansTheSame() {
        assumeTrue(TestFiles.corpus().isPresent(), "no corpus beside the project");
        Path corpus = TestFiles.corpus().get();
        return accepted(TestFiles.read(corpus.resolve("VERDICTS.jsonl")))
                .map(verdict -> verdict.get("file").getAsString())
                .map(file -> dynamicTest(file, () -> roundTrip(TestFiles.read(corpus.resolve(file)))));
    }

    @Test
    void aDifferenceIsOneOfMeaningAndNotOfOrder() {
        Analysis before = analyse("arch ia32\nobjects { e = ep  c = cnode (4 bits) }\ncaps { c { 1: e (RW) 2: e } }\n");
        Analysis same = analyse("arch ia32\nobjects { c = cnode (4 bits) e = ep }\ncaps { c { 2: e 1: e (W R) } }\n");
        Analysis after = analyse("arch ia32\nobjects { e = ep  c = cnode (5 bits) }\ncaps { c { 1: e (R) } }\n");
        assertThat(LayoutDiff.between(before.model(), same.model())).isEmpty();
        assertThat(LayoutDiff.between(before.model(), after.model())).isEqualTo(List.of(
                new LayoutDiff.Change(LayoutDiff.Kind.OBJECT, "c", "cnode (4 bits)", "cnode (5 bits)"),
                new LayoutDiff.Change(LayoutDiff.Kind.CAPABILITY, "c[0x0001]", "e (RW)", "e (R)"),
                new LayoutDiff.Change(LayoutDiff.Kind.CAPABILITY, "c[0x0002]", "e", "")));
    }

    @Test
    void aRangeIsComparedAsARangeHoweverLongItIsAndHoweverItIsWritten() {
        Analysis before = analyse("arch ia32\nobjects { f[100000000] = frame (4k)  c[50000000] = cnode (28 bits) }\n"
                + "caps { c[..4] { 0: f[] (R) } }\n");
        Analysis after = analyse("arch ia32\nobjects { f[100000000] = frame (4k)  c[50000000] = cnode (28 bits) }\n"
                + "caps { c[0..1] { 0: f[0..9] (R) 10: f[10..] (R) } c[2..4] { 0: f[] (R) 200000000: f[1] } }\n");
        assertThat(LayoutDiff.between(before.model(), after.model())).containsExactly(new LayoutDiff.Change(
                LayoutDiff.Kind.CAPABILITY, "c[2..4][0xbebc200]", "", "f[1]"));
        assertThat(LayoutDiff.between(before.model(), analyse("arch ia32").model())).extracting(
                LayoutDiff.Change::place).containsExactly("c", "f", "c[0..4][0x0000..0x5f5e0ff]");
    }

    @Test
    void aGuardThatMovesACapabilityIsADifferenceOfCPtrs() {
        String layout = "arch ia32\nobjects { e = ep  c = cnode (4 bits)  t = tcb }\n"
                + "caps { c { 1: e (RW) } t { cspace: c (guard_size: 28) } }\n";
        Analysis after = analyse(layout.replace("28", "20"));
        assertThat(LayoutDiff.between(analyse(layout).model(), after.model())).containsExactly(
                new LayoutDiff.Change(LayoutDiff.Kind.CAPABILITY, "t[0x0000]", "c (guard_size: 28)",
                        "c (guard_size: 20)"),
                new LayoutDiff.Change(LayoutDiff.Kind.CPTR, "t -> e", "cptr 0x1", "cptr 0x100"));
    }

    private static void roundTrip(String text) {
        Analysis original = analyse(text);
        String canonical = CanonicalWriter.write(original.model());
        Analysis again = analyse(canonical);
        assertThat(again.hasErrors()).as(canonical + again.diagnostics()).isFalse();
        assertThat(again.model().counts()).as(canonical).isEqualTo(original.model().counts());
        assertThat(LayoutDiff.between(original.model(), again.model())).as(canonical).isEmpty();
        assertThat(CanonicalWriter.write(again.model())).isEqualTo(canonical);
    }

    private static Analysis analyse(String text) {
        return CapdlAnalysis.analyse(text, "case.cdl");
    }

    private static Stream<JsonObject> accepted(String lines) {
        return lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(verdict -> verdict.get("verdict").getAsString().equals("accept"));
    }
}
