package dev.trapwalk.engine.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.machine.PhysicalMemory;

/**
 * The layouts of the object package read the real kernel's own bytes: its memory decodes to the recorded final state.
 */
class MemoryDumpTest {

    private static final long RAM_BYTES = 256L << 20;

    @Test
    void theRealKernelsBytesDecodeToTheRecordedFinalStates() {
        Map<String, JsonObject> recorded = new HashMap<>();
        Recordings.forEach(Recordings.kept().resolve("handwritten.jsonl.gz"), line ->
                recorded.put(line.getAsJsonObject("scenario").get("name").getAsString(), line));
        List<String> differences = new ArrayList<>();
        int[] dumps = {0};
        Recordings.forEach(Recordings.kept().resolve("memory.jsonl.gz"), dump -> {
            String name = dump.get("scenario").getAsString();
            JsonObject recording = recorded.get(name);
            dumps[0]++;
            List<Difference> found = new ArrayList<>();
            Difference.compare("final", recording.getAsJsonObject("result").get("final"),
                    decode(dump, recording.getAsJsonObject("scenario")), found);
            found.forEach(difference -> differences.add(name + " " + difference));
        });
        assertThat(dumps[0]).isEqualTo(110);
        assertThat(differences).isEmpty();
    }

    private static JsonObject decode(JsonObject dump, JsonObject scenario) {
        PhysicalMemory memory = new PhysicalMemory(RAM_BYTES);
        Map<String, Long> addresses = new HashMap<>();
        dump.getAsJsonObject("objects").entrySet().forEach(entry -> addresses.put(entry.getKey(),
                Recordings.word(entry.getValue().getAsJsonObject().get("address"))));
        dump.getAsJsonObject("words").entrySet().forEach(entry ->
                memory.write(Recordings.word(new com.google.gson.JsonPrimitive(entry.getKey())),
                        Recordings.word(entry.getValue())));
        Names names = new Names(scenario, addresses, Recordings.word(dump.get("root_cnode")));
        new Harness(Recordings.kept()).nameSpecials(names, false);
        JsonElement decoded = new FinalState(memory, names, false).decode();
        return decoded.getAsJsonObject();
    }
}
