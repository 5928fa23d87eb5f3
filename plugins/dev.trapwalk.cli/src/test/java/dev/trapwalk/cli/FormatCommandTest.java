package dev.trapwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FormatCommandTest {
    private static final String UNSORTED = "arch ia32\nobjects {\n z = ep -- last\n a = cnode (2 bits)\n}\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theOrderIsKeptUnlessCanonicalOrderIsAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("a.cdl"), UNSORTED);
        assertThat(run(file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).isEqualTo(
                "arch ia32\nobjects {\n    z = ep  -- last\n    a = cnode (2 bits)\n}\n");
        out.getBuffer().setLength(0);
        assertThat(run("--order", "canonical", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).containsSubsequence("a = cnode (2 bits)", "-- last", "z = ep");
    }

    @Test
    void checkTellsWhetherAFileIsInThatOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("a.cdl"), UNSORTED);
        assertThat(run("--check", "--order", "canonical", file.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(run("--write", "--order", "canonical", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(run("--check", "--order", "canonical", file.toString())).isEqualTo(ExitCodes.OK);
    }

    @Test
    void aFileWithErrorsIsLeftAloneAndTheErrorsAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.cdl"), "arch ia32\nobjects { a = epp }\n");
        assertThat(run("--write", "--order", "canonical", file.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("a.cdl:2:15: error E05").contains("is not reordered");
        assertThat(file).content().isEqualTo("arch ia32\nobjects { a = epp }\n");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "format";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    }
}
