package dev.trapwalk.engine.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Catalogue;

/** Every kernel function that the recordings name is in the catalogue, under the same name. */
class RecordedFunctionsTest {

    @Test
    void theCatalogueKnowsEveryRecordedKernelFunction() {
        new Kernel(new PhysicalMemory(1 << 24), KernelConfig.REFERENCE);
        Set<String> unknown = new TreeSet<>();
        for (Path file : Recordings.files(Recordings.kept())) {
            Recordings.forEach(file, line -> collect(line, unknown));
        }
        assertThat(unknown).isEmpty();
    }

    private static void collect(JsonObject line, Set<String> unknown) {
        if (!line.has("trace")) {
            return;
        }
        for (JsonElement entry : line.getAsJsonArray("trace")) {
            for (JsonElement function : entry.getAsJsonObject().getAsJsonArray("path")) {
                if (Catalogue.function(function.getAsString()).isEmpty()) {
                    unknown.add(function.getAsString());
                }
            }
        }
    }
}
