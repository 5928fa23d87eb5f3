package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.export.CanonicalWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;

/** Whatever is done to a text, it is analysed: no check fails, every finding has a place in the text, and it ends soon. */
class MutationPropertyTest {
    private static final Pattern TOKEN = Pattern.compile("[\\w.@-]+|\\s+|.", Pattern.DOTALL);
    private static final List<String> WORDS = List.of("{", "}", "(", ")", "[", "]", "<", ">", "=", ":", ",", ";", "/", "..", "-",
            "0", "100000000", "18446744073709551616", "0x", "\"", "/*", "--", "objects", "caps", "cdt", "irq", "maps", "domains",
            "arch", "ut", "cnode", "tcb", "frame", "badge", "masked", "mapping", "cspace", "child_of", "é", "\u0000");

    private final List<String> texts = TestFiles.resource("micro-cases.jsonl").lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject().get("text").getAsString()).toList();

    @Property(tries = 2000)
    void aMutilatedTextIsAnalysed(@ForAll long seed) {
        Random random = new Random(seed);
        String text = mutilate(texts.get(random.nextInt(texts.size())), random);
        Analysis analysis = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1),
                () -> CapdlAnalysis.analyse(text, random.nextInt(8) == 0 ? "noise.walk" : "noise.cdl"));
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        for (Diagnostic diagnostic : analysis.diagnostics()) {
            assertThat(diagnostic.id()).as(text + diagnostic).isNotEqualTo("S99");
            assertThat(diagnostic.offset()).as(text + diagnostic).isBetween(0, text.length());
            assertThat(diagnostic.line()).as(text + diagnostic).isBetween(1, lines);
            assertThat(diagnostic.column()).isPositive();
            assertThat(diagnostic.message()).isNotBlank();
        }
        if (!analysis.hasErrors()) {
            assertThat(CapdlAnalysis.analyse(CanonicalWriter.write(analysis.model()), "again.cdl").hasErrors()).as(text)
                    .isFalse();
        }
    }

    @Example
    void bracketsThatAreLeftOfAReferenceAreNone() {
        String text = "arch ia32\nobjects { c = cnode (5 bits) e = ep }\ncaps { c { 0: a = < [ > 1: b = <a> } }\n";
        assertThat(CapdlAnalysis.analyse(text, "a.cdl").diagnostics()).anyMatch(found -> found.id().equals("S00"));
    }

    private static String mutilate(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        for (int n = 1 + random.nextInt(4); n > 0 && !tokens.isEmpty(); n--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(6)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
                case 3 -> tokens.set(at, WORDS.get(random.nextInt(WORDS.size())));
                case 4 -> tokens.add(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
                default -> tokens.subList(at, tokens.size()).clear();
            }
        }
        return String.join("", tokens);
    }
}
