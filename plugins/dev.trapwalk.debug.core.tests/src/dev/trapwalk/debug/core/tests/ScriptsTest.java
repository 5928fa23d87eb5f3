package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.session.script.ScriptRunner;
import dev.trapwalk.engine.session.script.StageActor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The session's stepping scripts, played on the Eclipse debug model: every one gives the transcript it gives there. */
class ScriptsTest {

    static List<Path> scripts() throws IOException {
        return EngineTests.scripts();
    }

    @AfterEach
    void removeBreakpoints() throws CoreException {
        Workspace.removeBreakpoints();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void transcriptIsThatOfTheSession(Path script) throws IOException {
        String text = Files.readString(script);
        assertThat(new ScriptRunner(name -> new StageActor(new ModelStage(name))).run(text)).isEqualTo(text);
    }

    @Test
    void noneIsLeftOut() throws IOException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(73);
    }
}
