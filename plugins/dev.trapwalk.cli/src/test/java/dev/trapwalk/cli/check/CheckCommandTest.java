package dev.trapwalk.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
    void aFileThatCannotBeReadKeepsItsPlaceInTheListAndTheOthersAreStillChecked() throws IOException {
        Path good = file("good.cdl", "arch ia32\nobjects { e = ep }\n");
        Path binary = Files.write(folder.resolve("binary.cdl"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThat(check("--format", "json", folder.resolve("gone.cdl").toString(), good.toString(), binary.toString(),
                folder.toString())).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(err.toString()).contains("gone.cdl does not exist").contains("binary.cdl is not UTF-8");

        JsonArray files = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertThat(files).hasSize(4);
        assertThat(files.get(1).getAsJsonObject().getAsJsonArray("diagnostics")).isEmpty();
        for (int unreadable : new int[] {0, 2, 3}) {
            JsonObject file = files.get(unreadable).getAsJsonObject();
            assertThat(file.get("counts")).isEqualTo(JsonParser.parseString("{objects: 0, caps: 0, cdt: 0}"));
            assertThat(file.getAsJsonArray("diagnostics").get(0).getAsJsonObject().get("id").getAsString())
                    .isEqualTo("F00");
        }
    }

    @Test
    void jsonHasExactlyTheAgreedMembersInTheirOrder() throws IOException {
        Path file = file("all.cdl", """
                arch ia32
                objects { e = ep  c = cnode (1 bits)  t = tcb  lonely = ep }
                caps { c { 0: e 2: e 0: e } t { cspace: c (guard_size: 31) } }
                """);
        check("--format", "json", file.toString());
        JsonObject report = JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertThat(report.keySet()).containsExactly("file", "diagnostics", "counts");
        assertThat(report.getAsJsonObject("counts").keySet()).containsExactly("objects", "caps", "cdt");
        Set<String> severities = new TreeSet<>();
        int last = 0;
        for (JsonElement element : report.getAsJsonArray("diagnostics")) {
            JsonObject diagnostic = element.getAsJsonObject();
            assertThat(diagnostic.keySet()).containsExactly("line", "column", "id", "severity", "message");
            severities.add(diagnostic.get("severity").getAsString());
            int place = diagnostic.get("line").getAsInt() * 1000 + diagnostic.get("column").getAsInt();
            assertThat(place).as("ordered by place").isGreaterThanOrEqualTo(last);
            last = place;
        }
        assertThat(severities).containsExactly("error", "info", "warning");
    }

    @Test
    void warningsAloneEndWithZeroAndAStricterProfileMakesThemErrors() throws IOException {
        Path file = file("warn.cdl", "arch ia32\nobjects { e = ep  c = cnode (1 bits) }\ncaps { c { 2: e } }\n");
        assertThat(check("--format", "json", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(check("--format", "json", "--profile", "rust", file.toString())).isEqualTo(ExitCodes.ERRORS);
        assertThat(check("--profile", "nobody", file.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("nobody");
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
