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
                new LayoutDiff.Change("c", "cnode (4 bits)", "cnode (5 bits)"),
                new LayoutDiff.Change("c[0x0001]", "e (RW)", "e (R)"),
                new LayoutDiff.Change("c[0x0002]", "e", "")));
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
