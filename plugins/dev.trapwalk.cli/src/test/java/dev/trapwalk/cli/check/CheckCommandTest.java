package dev.trapwalk.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void jsonListsTheFilesInOrderWithTheirDiagnosticsAndCounts() throws IOException {
        Path good = file("good.cdl", "arch ia32\nobjects { e = ep  c = cnode (4 bits) }\ncaps { c { 1: e (RW) } }\n");
        Path bad = file("bad.cdl", "arch ia32\nobjects { c = cnode (4 bits) }\ncaps { c { 1: nobody } }\n");
        assertThat(check("--format", "json", good.toString(), bad.toString())).isEqualTo(ExitCodes.ERRORS);

        JsonArray files = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertThat(files).hasSize(2);
        JsonObject first = files.get(0).getAsJsonObject();
        assertThat(first.get("file").getAsString()).isEqualTo(good.toString());
        assertThat(first.get("counts")).isEqualTo(JsonParser.parseString("{objects: 2, caps: 1, cdt: 0}"));
        JsonObject diagnostic = files.get(1).getAsJsonObject().getAsJsonArray("diagnostics").get(0).getAsJsonObject();
        assertThat(diagnostic.get("line").getAsInt()).isEqualTo(3);
        assertThat(diagnostic.get("column").getAsInt()).isEqualTo(15);
        assertThat(diagnostic.get("id").getAsString()).isEqualTo("E01");
        assertThat(diagnostic.get("severity").getAsString()).isEqualTo("error");
        assertThat(diagnostic.get("message").getAsString()).contains("nobody");
    }

    @Test
    void textPrintsOneLinePerFinding() throws IOException {
        Path bad = file("bad.cdl", "arch ia32\nobjects { c = cnode (4 bits) }\ncaps { c { 1: nobody } }\n");
        assertThat(check(bad.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(out.toString()).contains(bad + ":3:15: error E01: ");
    }

    @Test
    void sarifPlacesEachFindingInItsFile() throws IOException {
        Path bad = file("bad.cdl", "arch ia32\nobjects { c = cnode (4 bits) }\ncaps { c { 1: nobody } }\n");
        check("--format", "sarif", bad.toString());
        JsonObject run = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("runs").get(0)
                .getAsJsonObject();
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.get("ruleId").getAsString()).isEqualTo("E01");
        assertThat(result.toString()).contains("\"startLine\":3").contains("bad.cdl");
    }

    @Test
    void aMissingFileIsNamedAndTheOthersAreStillChecked() throws IOException {
        Path good = file("good.cdl", "arch ia32\nobjects { e = ep }\n");
        assertThat(check("--format", "json", folder.resolve("gone.cdl").toString(), good.toString()))
                .isEqualTo(ExitCodes.UNREADABLE);
        assertThat(err.toString()).contains("gone.cdl does not exist");
        assertThat(JsonParser.parseString(out.toString()).getAsJsonArray()).hasSize(1);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    }
}
