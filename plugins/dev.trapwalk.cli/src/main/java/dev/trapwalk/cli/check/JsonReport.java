package dev.trapwalk.cli.check;

import java.io.PrintWriter;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.trapwalk.lang.Diagnostic;

/** One JSON array in the order of the files: diagnostics with their places, and what the file declares. */
final class JsonReport implements Report {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Override
    public void write(List<CheckedFile> files, PrintWriter out) {
        GSON.toJson(files.stream().map(JsonReport::json).toList(), out);
        out.println();
    }

    private static JsonFile json(CheckedFile file) {
        return new JsonFile(file.file().toString(), file.diagnostics().stream().map(JsonReport::json).toList(),
                new JsonCounts(file.counts().objects(), file.counts().caps(), file.counts().cdt()));
    }

    private static JsonDiagnostic json(Diagnostic diagnostic) {
        return new JsonDiagnostic(diagnostic.line(), diagnostic.column(), diagnostic.id(),
                diagnostic.severity().label(), diagnostic.message());
    }

    private record JsonFile(String file, List<JsonDiagnostic> diagnostics, JsonCounts counts) {
    }

    private record JsonDiagnostic(int line, int column, String id, String severity, String message) {
    }

    private record JsonCounts(long objects, long caps, long cdt) {
    }
}
