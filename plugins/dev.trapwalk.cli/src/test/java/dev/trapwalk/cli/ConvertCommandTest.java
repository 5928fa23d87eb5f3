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

class ConvertCommandTest {

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void canonicalTextGivesEverySlotItsNumber() throws IOException {
        Path layout = file("a.cdl", "arch ia32 objects { e = ep c = cnode (4 bits) } caps { c { e (W R) e } }");
        assertThat(run("convert", layout.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("0x0: e (RW)\n").contains("0x1: e\n");
    }

    @Test
    void aDifferenceIsPrintedWithItsPlaceAndTold() throws IOException {
        Path before = file("a.cdl", "arch ia32 objects { e = ep c = cnode (4 bits) } caps { c { 1: e (RW) } }");
        Path after = file("b.cdl", "arch ia32 objects { e = ep c = cnode (4 bits) } caps { c { 1: e (R) 2: e } }");
        assertThat(run("diff", before.toString(), after.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(out.toString().lines()).containsExactly("~ c[0x0001]: e (RW) -> e (R)", "+ c[0x0002]: e");
        assertThat(run("diff", before.toString(), before.toString())).isEqualTo(ExitCodes.OK);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).execute(arguments);
    }
}
