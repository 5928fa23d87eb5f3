package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every check fires where {@code check-examples.txt} says, and nowhere else. */
class CheckExamplesTest {
    private static final Pattern MARK = Pattern.compile("--! (.*)$");

    private record Example(String title, String text) {
        String id() {
            return title.split(" ")[0];
        }
    }

    @TestFactory
    Stream<DynamicTest> checksFireWhereMarkedAndNowhereElse() {
        return examples().stream().map(example -> dynamicTest(example.title(), () -> compare(example)));
    }

    @Test
    void thereIsAnExampleForEveryCheck() {
        TreeSet<String> ids = new TreeSet<>();
        examples().forEach(example -> ids.add(example.id()));
        assertThat(ids).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 26).mapToObj(number -> String.format("E%02d", number)).toList());
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        String[] parts = TestFiles.resource("check-examples.txt").split("(?m)^### ");
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            examples.add(new Example(parts[i].substring(0, end), parts[i].substring(end + 1)));
        }
        return examples;
    }

    private static void compare(Example example) {
        List<String> expected = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int number = 0;
        for (String line : example.text().split("\n")) {
            number++;
            Matcher mark = MARK.matcher(line);
            if (mark.find()) {
                for (String id : mark.group(1).split(" ")) {
                    expected.add(number + " " + id);
                }
            }
            plain.append(mark.replaceAll("")).append('\n');
        }
        Analysis analysis = CapdlAnalysis.analyse(plain.toString(), "example.cdl");
        assertThat(analysis.diagnostics()).as("syntax").noneMatch(diagnostic -> diagnostic.id().equals("S00"));
        assertThat(analysis.diagnostics().stream().filter(diagnostic -> diagnostic.id().equals(example.id()))
                .map(diagnostic -> diagnostic.line() + " " + diagnostic.id()).toList())
                .as(analysis.diagnostics().toString()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
