package dev.trapwalk.engine.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * The engine does what the real kernel did. Every build plays the recordings kept with the tests; another folder (or
 * file) is played with {@code -Dtrapwalk.recordings=DIR}, subfolders included.
 */
class RecordingsTest {

    @Test
    void everyRecordedScenarioRunsAsOnTheRealKernel() {
        String folder = System.getProperty("trapwalk.recordings");
        PlayerMain player = new PlayerMain(System.out);
        player.showWalks();
        boolean equal = player.run(List.of(folder == null ? Recordings.kept() : find(folder)));
        assertThat(equal).as("every scenario equals its recording; the differences are printed above").isTrue();
        assertThat(player.scenarios()).as("number of scenarios found").isPositive();
    }

    /** A relative path counts from the project root, where the build is started, or from this module. */
    private static Path find(String folder) {
        Path fromRoot = Path.of("..").resolve(folder);
        Path found = Files.exists(fromRoot) ? fromRoot : Path.of(folder);
        assertThat(found).as("folder of recordings given with -Dtrapwalk.recordings").exists();
        return found;
    }
}
