package dev.trapwalk.cli.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.Main;
import picocli.CommandLine;

/** Coverage of a folder of scenarios, as people, scripts and coverage tools read it. */
class CoverageCommandTest {

    private static final Path EXAMPLES = Path.of("../dev.trapwalk.examples/content");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aFolderIsTheSumOfItsScenarios() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.copy(EXAMPLES.resolve("call-fastpath.walk"), folder.resolve("deep/one.walk"));
        Files.copy(EXAMPLES.resolve("why-not-fast.walk"), folder.resolve("two.walk"));
        Files.writeString(folder.resolve("notes.txt"), "not a scenario");
        assertThat(run(folder.toString())).as(err.toString()).isEqualTo(ExitCodes.OK);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith(folder.resolve("deep/one.walk") + ": ");
        assertThat(lines.get(1)).startsWith(folder.resolve("two.walk") + ": ");
        assertThat(lines.get(2)).startsWith("2 scenarios: ");
        assertThat(lines).contains("  fastpath_call/cap_not_endpoint  never failed")
                .doesNotContain("  fastpath_call/length  never failed");
    }

    @Test
    void theTableCountsEachDecision() {
        assertThat(run("--format", "table", EXAMPLES.resolve("why-not-fast.walk").toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).containsPattern("(?m)^fastpath_call \\| 3 \\|$")
                .containsPattern("(?m)^  length \\| \\d+ \\| 1$");
    }

    @Test
    void aTraceFileRefersToTheListingsThatWereWritten() throws IOException {
        assertThat(run("--format", "lcov", "--sources", folder.resolve("src").toString(),
                EXAMPLES.resolve("call-fastpath.walk").toString())).isEqualTo(ExitCodes.OK);
        Path listing = folder.resolve("src/fastpath_call.txt").toAbsolutePath();
        assertThat(out.toString()).startsWith("TN:trapwalk\nSF:").contains("SF:" + listing + "\nFN:1,fastpath_call\n")
                .endsWith("end_of_record\n");
        List<String> lines = Files.readAllLines(listing);
        String record = out.toString().substring(out.toString().indexOf("SF:" + listing));
        record = record.substring(0, record.indexOf("end_of_record"));
        assertThat(record).contains("LF:" + lines.size() + "\n");
        assertThat(lines.get(0)).startsWith("entry: ");
    }

    @Test
    void whatCannotBeRunIsNamedAndTheRestIsReported() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.walk"), "arch x86_64\nobjects {");
        assertThat(run(broken.toString(), EXAMPLES.resolve("call-fastpath.walk").toString()))
                .isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("broken.walk:");
        assertThat(out.toString()).contains("1 scenarios: ");
    }

    @Test
    void aFolderWithoutScenariosIsAMistake() {
        assertThat(run(folder.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("No scenario was run");
        assertThat(run(folder.resolve("missing.walk").toString())).isEqualTo(ExitCodes.UNREADABLE);
    }

    @Test
    void aRunThatIsTooLongSaysSo() {
        assertThat(run("--max-units", "3", EXAMPLES.resolve("call-fastpath.walk").toString()))
                .isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("stopped after 3 user instructions");
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "coverage";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }
}
