package dev.trapwalk.cli.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

import com.google.gson.stream.JsonWriter;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.model.Counts;

/** One JSON array in the order of the files: diagnostics with their places, and what the file declares. */
final class JsonReport implements Report {

    @Override
    public void write(List<CheckedFile> files, PrintWriter out) {
        // Written member by member: to find them by reflection takes longer than to check a small file.
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        try {
            json.beginArray();
            for (CheckedFile file : files) {
                write(file, json);
            }
            json.endArray();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void write(CheckedFile file, JsonWriter json) throws IOException {
        json.beginObject().name("file").value(file.file().toString()).name("diagnostics").beginArray();
        for (Diagnostic diagnostic : file.diagnostics()) {
            json.beginObject().name("line").value(diagnostic.line()).name("column").value(diagnostic.column())
                    .name("id").value(diagnostic.id()).name("severity").value(diagnostic.severity().label())
                    .name("message").value(diagnostic.message()).endObject();
        }
        Counts counts = file.counts();
        json.endArray().name("counts").beginObject().name("objects").value(counts.objects()).name("caps")
                .value(counts.caps()).name("cdt").value(counts.cdt()).endObject().endObject();
    }
}
