package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.json.Converted;
import dev.trapwalk.lang.json.JsonExport;
import dev.trapwalk.lang.json.JsonImport;
import dev.trapwalk.lang.json.Note;
import dev.trapwalk.lang.model.Arch;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as its several writers write it, and what is said about a file that is wrong. */
class JsonTest {

    @Test
    void objectsInUntypedsFollowEachOtherAndEverythingElseComesFirst() {
        JsonObject json = export("""
                arch riscv
                objects {
                    small = ep  big = frame (2M)
                    u = ut (20 bits) { inner = ut (14 bits) { a = ep  b = ep } }
                    fixed = frame (4k, paddr: 0x1000)
                }
                """);
        assertThat(json.getAsJsonArray("objects").asList().stream()
                .map(object -> object.getAsJsonObject().get("name").getAsString()))
                .containsExactly("fixed", "big", "u", "small", "inner", "a", "b");
        assertThat(json.get("root_objects")).isEqualTo(JsonParser.parseString("{start: 0, end: 4}"));
        assertThat(json.get("untyped_covers")).isEqualTo(JsonParser.parseString(
                "[{parent: 2, children: {start: 4, end: 5}}, {parent: 4, children: {start: 5, end: 7}}]"));
    }

    @Test
    void whatTheCapdlToolWritesIsRead() {
        Converted layout = JsonImport.read(TestFiles.resource("tool.json"), null);
        assertThat(layout.notes()).isEmpty();
        assertThat(layout.text()).isEqualTo(TestFiles.resource("tool.cdl"));
    }

    @Test
    void whatTheInitialisersOwnTypesWriteIsRead() {
        Converted layout = JsonImport.read(TestFiles.resource("initialiser.json"), null);
        assertThat(layout.notes()).extracting(Note::message).containsExactly(
                "'extra.trigger' has no place in capDL: it is left out.",
                "capDL has no words for this content of a frame: expected a file with its offset, or the device tree."
                        + " It is left out.",
                "'two words' is no name of capDL, or is taken: it is called 'two_words'.");
        assertThat(layout.text()).isEqualTo(TestFiles.resource("initialiser.cdl"));
    }

    /** Slots as objects, tables with levels on RISC-V, capabilities with newer members, contents of ELF files, a slot of x86. */
    @Test
    void whatMicrokitWritesIsRead() {
        Converted layout = JsonImport.read(TestFiles.resource("microkit.json"), null);
        String content = "capDL has no words for this content of a frame: expected a file with its offset, or the device"
                + " tree. It is left out.";
        assertThat(layout.notes()).extracting(Note::message).containsExactly(content, content, content,
                "capDL has no slot 10 in a thread: the capability is left out.", "In 2 more places: " + content);
        assertThat(layout.text()).isEqualTo(TestFiles.resource("microkit.cdl"));
    }

    @ParameterizedTest
    @CsvSource({"pml4_vmm, false, x86_64", "pgd_vmm, false, aarch64", "table, true, x86_64"})
    void namesOfTablesTellTheArchitectureWhenNothingElseDoes(String name, boolean nested, String arch) {
        String json = """
                {"objects": [{"name": "%s", "object": {"PageTable": {"x86_ept": %s, "is_root": true, "level": 0, "slots": [
                   {"slot": 0, "cap": {"PageTable": {"object": 1}}}]}}},
                 {"name": "below", "object": {"PageTable": {"x86_ept": false, "is_root": false, "level": 1, "slots": [
                   {"slot": 0, "cap": {"PageTable": {"object": 2}}}]}}},
                 {"name": "lower", "object": {"PageTable": {"x86_ept": false, "is_root": false, "level": 2, "slots": [
                   {"slot": 0, "cap": {"Frame": {"object": 3, "cached": true, "rights":
                     {"read": true, "write": false, "grant": false, "grant_reply": false}}}}]}}},
                 {"name": "page", "object": {"Frame": {"size_bits": 21, "init": {"entries": []}}}}]}
                """.formatted(name, nested);
        assertThat(JsonImport.read(json, null).text()).startsWith("arch " + arch + "\n");
    }

    @Test
    void everyMistakeOfAFileIsReportedAtItsPlace() {
        assertThat(errors("""
                {"objects": [
                  {"name": "e", "object": "Endpoint"},
                  {"name": "c", "object": {"CNode": {"size_bits": 4, "slots": [
                    {"slot": 0, "cap": {"Endpoint": {"object": 7, "badge": 0, "rights":
                      {"read": true, "write": true, "grant": false, "grant_reply": false}}}},
                    {"slot": 1, "cap": {"Tcb": {"object": 0}}},
                    {"slot": 1, "cap": {"CNode": {"object": 1, "guard": 0, "guard_size": -1}}}]}}},
                  {"name": "f", "object": {"Frame": {"size_bits": "12"}}}],
                 "irqs": [[1, 0, 2]],
                 "untyped_covers": [{"parent": 0, "children": {"start": 0, "end": 9}}]}
                """)).containsExactly("8:51 $.objects[2].object.Frame.size_bits", "10:47 $.untyped_covers[0].children",
                "4:48 $.objects[1].object.CNode.slots[0].cap.Endpoint.object",
                "6:24 $.objects[1].object.CNode.slots[1].cap", "7:14 $.objects[1].object.CNode.slots[2].slot",
                "9:11 $.irqs[0]");
    }

    @Test
    void textThatIsNoJsonIsReportedWhereItStops() {
        assertThat(errors("{\"objects\": [\n  nonsense]}")).hasSize(1).first().asString().startsWith("2:");
        assertThat(errors("{\"objects\": [")).hasSize(1);
        assertThat(errors("{\"objects\": []} true")).containsExactly("1:17 $");
        assertThat(errors("{\"irqs\": [], \"irqs\": []}")).hasSize(1);
        assertThat(errors("[".repeat(100_000))).hasSize(1);
        assertThat(errors("")).hasSize(1);
    }

    @Test
    void anArchitectureThatNothingTellsIsAskedFor() {
        String json = "{\"objects\": [{\"name\": \"e\", \"object\": \"Endpoint\"}]}";
        assertThat(JsonImport.read(json, null).text()).isNull();
        assertThat(JsonImport.read(json, Arch.AARCH64).text()).startsWith("arch aarch64\n");
    }

    @Test
    void aNumberForWhichTheInitialiserHasNoRoomIsAnError() {
        Analysis analysis = CapdlAnalysis.analyse("arch ia32\nobjects { u = ut (300 bits) }\n", "a.cdl");
        Converted json = JsonExport.write(analysis.model());
        assertThat(json.text()).isNull();
        assertThat(json.notes()).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(Severity.ERROR);
            assertThat(note.message()).contains("300", "8 bits");
        });
    }

    @Test
    void anArrayThatCannotBeWrittenOutIsAnError() {
        Analysis analysis = CapdlAnalysis.analyse("arch ia32\nobjects { x[100000000] = ep }\n", "large.cdl");
        assertThat(JsonExport.write(analysis.model()).text()).isNull();
    }

    @TestFactory
    Stream<DynamicTest> everyAcceptedMicroCaseIsTheSameOrSaysWhatIsLost() {
        return lines(TestFiles.resource("micro-cases.jsonl")).map(verdict -> dynamicTest(
                verdict.get("name").getAsString(), () -> roundTrip(verdict.get("text").getAsString())));
    }

    @TestFactory
    Stream<DynamicTest> everyAcceptedCorpusFileIsTheSameOrSaysWhatIsLost() {
        assumeTrue(TestFiles.corpus().isPresent(), "no corpus beside the project");
        Path corpus = TestFiles.corpus().get();
        return lines(TestFiles.read(corpus.resolve("VERDICTS.jsonl"))).map(verdict -> verdict.get("file").getAsString())
                .map(file -> dynamicTest(file, () -> roundTrip(TestFiles.read(corpus.resolve(file)))));
    }

    private static Stream<JsonObject> lines(String lines) {
        return lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(verdict -> verdict.get("verdict").getAsString().equals("accept"));
    }

    private static void roundTrip(String text) {
        Analysis original = CapdlAnalysis.analyse(text, "case.cdl");
        Converted json = JsonExport.write(original.model());
        Converted back = JsonImport.read(json.text(), null);
        assertThat(back.text()).as(back.notes().toString()).isNotNull();
        if (json.notes().isEmpty() && back.notes().isEmpty()) {
            assertThat(back.text()).isEqualTo(CanonicalWriter.write(original.model()));
        }
    }

    private static JsonObject export(String text) {
        return JsonParser.parseString(JsonExport.write(CapdlAnalysis.analyse(text, "a.cdl").model()).text())
                .getAsJsonObject();
    }

    private static List<String> errors(String json) {
        Converted layout = JsonImport.read(json, Arch.X86_64);
        assertThat(layout.text()).isNull();
        return layout.notes().stream().map(note -> note.line() + ":" + note.column() + " " + note.path()).toList();
    }
}
