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
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void canonicalTextGivesEverySlotItsNumber() throws IOException {
        Path layout = file("a.cdl", "arch ia32 objects { e = ep c = cnode (4 bits) } caps { c { e (W R) e } }");
        assertThat(run("convert", layout.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("0x0: e (RW)\n").contains("0x1: e\n");
    }

    @Test
    void jsonComesBackAsTheSameLayout() throws IOException {
        Path layout = file("a.cdl", """
                arch x86_64
                objects {
                    u = ut (20 bits) { f[3] = frame (4k) }
                    e = ep
                    c = cnode (4 bits)
                }
                caps { c { 0: e (RW, badge: 7) 1: f[] (RW) } }
                """);
        assertThat(run("convert", layout.toString())).isEqualTo(ExitCodes.OK);
        String canonical = out.toString();
        Path json = folder.resolve("a.json");
        assertThat(run("convert", "--to", "json", "-o", json.toString(), layout.toString())).isEqualTo(ExitCodes.OK);
        out.getBuffer().setLength(0);
        assertThat(run("convert", json.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).isEqualTo(canonical);
    }

    @Test
    void whatJsonCannotSayIsToldAndTheRestIsWritten() throws IOException {
        Path layout = file("a.cdl", """
                arch ia32
                objects { e = ep c = cnode (4 bits) }
                caps { c { 0: e (RW) 1: e (R) - child_of (c, 0) } }
                """);
        assertThat(run("convert", "--to", "json", layout.toString())).isEqualTo(ExitCodes.OK);
        assertThat(err.toString()).contains("a.cdl:3:42: warning X01: ");
        assertThat(out.toString()).contains("\"Endpoint\"");
    }

    @Test
    void anErrorInJsonIsToldAtItsPlace() throws IOException {
        Path json = file("a.json", "{\"arch\": \"ia32\",\n \"objects\": [{\"name\": \"e\", \"object\": \"Endpiont\"}]}");
        assertThat(run("convert", json.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(err.toString()).contains("a.json:2:38: error X01: ").contains("endpiont")
                .contains("$.objects[0].object");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFormThatIsOnlyWrittenCannotBeRead() throws IOException {
        Path layout = file("a.cdl", "arch ia32 objects { e = ep }");
        assertThat(run("convert", "--from", "dot", layout.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(run("convert", "--to", "xml", layout.toString())).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains("<object id=\"e\" type=\"Endpoint\"");
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
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
