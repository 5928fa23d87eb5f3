package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.model.Counts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * We agree with the capDL tool: what it accepts has no error and the same numbers of objects, capabilities and derivations;
 * what it rejects has an error or the remark that the tool rejects it.
 */
class VerdictTest {

    @TestFactory
    Stream<DynamicTest> microCasesAreJudgedAsTheToolJudges() {
        return TestFiles.resource("micro-cases.jsonl").lines().map(VerdictTest::json).map(verdict -> dynamicTest(
                verdict.get("name").getAsString(), () -> compare(verdict, verdict.get("text").getAsString())));
    }

    /** Cases of our own, with the verdicts that follow from how the tool works. */
    @TestFactory
    Stream<DynamicTest> furtherCasesAreJudgedAsTheToolJudges() {
        return TestFiles.resource("verdict-cases.jsonl").lines().map(VerdictTest::json).map(verdict -> dynamicTest(
                verdict.get("name").getAsString(), () -> compare(verdict, verdict.get("text").getAsString())));
    }

    @TestFactory
    Stream<DynamicTest> corpusIsJudgedAsTheToolJudges() {
        assumeTrue(TestFiles.corpus().isPresent(), "no corpus beside the project");
        Path corpus = TestFiles.corpus().get();
        return TestFiles.read(corpus.resolve("VERDICTS.jsonl")).lines().map(VerdictTest::json)
                .map(verdict -> dynamicTest(verdict.get("file").getAsString(),
                        () -> compare(verdict, TestFiles.read(corpus.resolve(verdict.get("file").getAsString())))));
    }

    private static JsonObject json(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }

    private static void compare(JsonObject verdict, String text) {
        Analysis analysis = CapdlAnalysis.analyse(text, "case.cdl");
        if (verdict.get("verdict").getAsString().equals("accept")) {
            assertThat(analysis.hasErrors()).as(analysis.diagnostics().toString()).isFalse();
            assertThat(analysis.model().counts()).isEqualTo(new Counts(verdict.get("objects").getAsLong(),
                    verdict.get("caps").getAsLong(), verdict.get("cdt").getAsLong()));
        } else {
            assertThat(analysis.hasErrors() || analysis.diagnostics().stream()
                    .anyMatch(diagnostic -> diagnostic.id().equals("E26"))).as("an error or a remark").isTrue();
        }
    }
}
