package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.script.ScriptRunner;
import dev.trapwalk.engine.session.script.SessionStage;
import dev.trapwalk.engine.session.script.StageActor;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/**
 * Stepping scripts: each file is its own golden transcript. With the environment variable {@code TRAPWALK_GOLDEN}
 * naming the folder of the scripts' sources, the transcripts are written anew instead, for a person to read and judge.
 */
class ScriptsTest {

    static final ScriptRunner RUNNER = new ScriptRunner(name ->
            new StageActor(new SessionStage(name, ScenarioTarget.factory(Scenarios.named(name)),
                    SessionSettings.DEFAULT)));

    static List<Path> scripts() throws IOException, URISyntaxException {
        Path folder = Path.of(ScriptsTest.class.getResource("scripts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".script")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void transcriptIsAsItWas(Path script) throws IOException {
        String text = Files.readString(script);
        String now = RUNNER.run(text);
        String golden = System.getenv("TRAPWALK_GOLDEN");
        if (golden != null) {
            Files.writeString(Path.of(golden).resolve(script.getFileName()), now);
        } else {
            assertThat(now).isEqualTo(text);
        }
    }

    @Test
    void thereAreEnoughOfThem() throws IOException, URISyntaxException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void theTableSaysWhatEachOfThemIsFor() throws IOException, URISyntaxException {
        String table = Files.readString(Path.of(ScriptsTest.class.getResource("scripts/README.md").toURI()));
        Set<String> named = Pattern.compile("`([a-z0-9-]+)`").matcher(table).results().map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(scripts()).extracting(script -> script.getFileName().toString().replace(".script", ""))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
