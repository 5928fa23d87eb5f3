package dev.trapwalk.lang.ide.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Text in, text out: each file of the folder {@code golden} holds a layout or scenario with the cursor as a broken
 * bar, a
 * line of dashes, and what the service in the file's name answers. With {@code -Dtrapwalk.golden=write} the answers are
 * written instead of compared, for a person to read.
 */
class GoldenTest {
    private static final String DASHES = "-----\n";

    static List<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenTest.class.getResource("golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    List<DynamicTest> servicesAnswerAsWritten() throws IOException, URISyntaxException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> answers(file)))
                .toList();
    }

    private static void answers(Path file) throws IOException {
        String name = file.getFileName().toString();
        String content = Files.readString(file);
        int dashes = content.indexOf(DASHES);
        String text = dashes < 0 ? content : content.substring(0, dashes);
        String service = name.substring(0, name.indexOf('.'));
        String answer = Answers.of(service, text, name.contains(".walk"));
        if (System.getProperty("trapwalk.golden", "").equals("write")) {
            Path source = Path.of("src/test/resources/dev/trapwalk/lang/ide/tests/golden", name);
            Files.writeString(source, text + DASHES + answer);
        } else {
            assertThat(answer).isEqualTo(content.substring(dashes + DASHES.length()));
        }
    }
}
