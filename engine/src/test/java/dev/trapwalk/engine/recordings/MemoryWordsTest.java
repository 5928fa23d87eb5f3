package dev.trapwalk.engine.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** The engine leaves the same words in memory as the real kernel, bit for bit and at the same addresses. */
class MemoryWordsTest {

    @Test
    void theEngineLeavesTheRealKernelsWordsBehind() {
        Map<String, JsonObject> recorded = new HashMap<>();
        Recordings.forEach(Recordings.kept().resolve("handwritten.jsonl.gz"), line ->
                recorded.put(line.getAsJsonObject("scenario").get("name").getAsString(), line));
        Harness harness = new Harness(Recordings.kept());
        List<String> differences = new ArrayList<>();
        int[] dumps = {0};
        Recordings.forEach(Recordings.kept().resolve("memory.jsonl.gz"), dump -> {
            String name = dump.get("scenario").getAsString();
            JsonObject recording = recorded.get(name);
            Player player = new Player(harness, recording, false);
            player.play(Player.configOf("handwritten", recording));
            new MemoryWords(dump, recording.getAsJsonObject("scenario")).differences(player.memory()).values()
                    .forEach(difference -> differences.add(name + " " + difference));
            dumps[0]++;
        });
        assertThat(dumps[0]).isEqualTo(110);
        assertThat(differences).isEmpty();
    }
}
