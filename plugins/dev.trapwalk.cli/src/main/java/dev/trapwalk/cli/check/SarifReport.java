package dev.trapwalk.cli.check;

import java.io.PrintWriter;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Severity;

/** SARIF 2.1.0, the interchange format of code scanning services. */
final class SarifReport implements Report {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Override
    public void write(List<CheckedFile> files, PrintWriter out) {
        List<Rule> rules = files.stream().flatMap(file -> file.diagnostics().stream()).map(Diagnostic::id).distinct()
                .sorted().map(Rule::new).toList();
        List<Finding> results = files.stream().flatMap(file -> file.diagnostics().stream()
                .map(diagnostic -> finding(file, diagnostic))).toList();
        GSON.toJson(new Log(SCHEMA, "2.1.0", List.of(new Run(new Tool(new Driver("Trapwalk", rules)), results))), out);
        out.println();
    }

    private static Finding finding(CheckedFile file, Diagnostic diagnostic) {
        Region region = new Region(diagnostic.line(), diagnostic.column(), diagnostic.offset(), diagnostic.length());
        Artifact artifact = new Artifact(file.file().toString().replace('\\', '/'));
        return new Finding(diagnostic.id(), level(diagnostic.severity()), new Message(diagnostic.message()),
                List.of(new Location(new PhysicalLocation(artifact, region))));
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }

    private record Log(@SerializedName("$schema") String schema, String version, List<Run> runs) {
    }

    private record Run(Tool tool, List<Finding> results) {
    }

    private record Tool(Driver driver) {
    }

    private record Driver(String name, List<Rule> rules) {
    }

    private record Rule(String id) {
    }

    private record Finding(String ruleId, String level, Message message, List<Location> locations) {
    }

    private record Message(String text) {
    }

    private record Location(PhysicalLocation physicalLocation) {
    }

    private record PhysicalLocation(Artifact artifactLocation, Region region) {
    }

    private record Artifact(String uri) {
    }

    private record Region(int startLine, int startColumn, int charOffset, int charLength) {
    }
}
