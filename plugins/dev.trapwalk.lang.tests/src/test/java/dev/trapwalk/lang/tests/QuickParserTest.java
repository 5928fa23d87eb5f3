package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonParser;
import dev.trapwalk.lang.CapdlStandaloneSetup;
import dev.trapwalk.lang.parsing.Parsers;
import dev.trapwalk.lang.parsing.QuickParser;
import dev.trapwalk.lang.parsing.QuickParser.Elements;
import dev.trapwalk.lang.tree.SourceTree;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without their tokens the elements are the same, and where there is a mistake there are none. */
class QuickParserTest {
    /** Xtext's own set-up of the language. */
    private static final IParser PARSER =
            new CapdlStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-- nothing but a remark", "arch x86_64", "objects {}", "objects { a = ep }\n-- }",
        "objects { f = frame (4k, fill: [ /* why */ {0 0x1000  CDL_FrameFill_FileData \"a\" 0} , {1 2} -- end\n]) }",
        "objects { f = frame (4k, fill: [{ }]) }", "objects {\ta = ep\r\n\u000Bb\f= ep\u00A0}", "objects { \u00E4\u00F6 = ep }",
        "objects { arch = ep caps_ = ep maps[2] = ep } caps { arch { 0: maps[] (RW G, badge: 0x10) } }",
        "objects { a = ut { b = ut { c = ep } } d/e/f = ep, a/g }", "objects { /* a /* b */ c */ x = ep }",
        "objects { a = sc (period: 10us (5 ticks), budget: -1) b = io_device (domainID: 1, 2:3.4) }",
        "caps { c { 0: x = <y> (masked: R) - child_of (c, 1); vspace: z (mapping: (p, 1), asid: (0, 1)),[ } }",
        "cdt { (a, 1) { (b, 2); (c, irq) { } } } irq maps { 3: a; irq: b }", "domains { domain_schedule: [(0, 10), (1, 5us),] }",
        "objects { a = ep } ) caps { a { 1: b } }", "objects a = ep", "a { 0: b } c = (d, 1)", "objects { a = ep } objects { b = ep }"})
    void theElementsAreTheSame(String text) {
        compare(text, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects", "objects {", "objects { a = }", "objects { a = ep", "arch", "caps { a { 0: } }", "/* no end",
        "objects { a = ep } }", "objects { a == ep }", "caps { a { 0x: b } }", "irq { }", "objects { a = ep (", "cdt { ( }"})
    void mistakesAreLeftToTheTokens(String text) {
        compare(text, 0);
    }

    @TestFactory
    Stream<DynamicTest> theyAreTheSameInAllCases() {
        return Stream.of("micro-cases.jsonl", "verdict-cases.jsonl").flatMap(file -> TestFiles.resource(file).lines())
                .map(line -> JsonParser.parseString(line).getAsJsonObject()).map(verdict -> dynamicTest(
                        verdict.get("name").getAsString(), () -> compare(verdict.get("text").getAsString(), 0)));
    }

    @TestFactory
    Stream<DynamicTest> theyAreTheSameInTheCorpus() {
        assumeTrue(TestFiles.corpus().isPresent(), "no corpus beside the project");
        Path corpus = TestFiles.corpus().get();
        return TestFiles.read(corpus.resolve("VERDICTS.jsonl")).lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject().get("file").getAsString())
                .map(file -> dynamicTest(file, () -> compare(TestFiles.read(corpus.resolve(file)), 0)));
    }

    @TestFactory
    Stream<DynamicTest> theyAreTheSameAfterEdits() {
        return IntStream.range(0, 20).mapToObj(seed -> dynamicTest("seed " + seed, () -> compare(RandomLayout.of(seed), seed)));
    }

    /** Compares the elements of a text, and of what comes of it by some random edits if {@code seed} is not 0. */
    private static void compare(String original, int seed) {
        RandomEdits edits = new RandomEdits(seed);
        String text = original;
        for (int i = 0; i <= (seed == 0 ? 0 : 10); i++) {
            assertThat(TreeText.of(SourceTree.of(Parsers.ofLayouts(), text, null))).as(text)
                    .isEqualTo(TreeText.parsed(PARSER, text));
            Elements elements = ((QuickParser) Parsers.ofLayouts()).elements(text);
            assertThat(elements == null).as(text).isEqualTo(PARSER.parse(new StringReader(text)).hasSyntaxErrors());
            text = edits.edit(text);
        }
    }
}
