package dev.trapwalk.cli.convert;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.export.XmlWriter;
import dev.trapwalk.lang.ide.graph.CapGraph;
import dev.trapwalk.lang.ide.graph.DotWriter;
import dev.trapwalk.lang.ide.graph.GraphBuilder;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.json.Converted;
import dev.trapwalk.lang.json.JsonExport;
import dev.trapwalk.lang.json.JsonImport;
import dev.trapwalk.lang.json.Note;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code trapwalk convert FILE}: a layout in another form, on standard output or in a file. What the other form cannot say is
 * told on standard error; the exit code is 0 nevertheless, as there is a result.
 */
@Command(name = "convert", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "convert.file")
    private Path file;

    @Option(names = "--to", paramLabel = "FORM", defaultValue = "capdl", descriptionKey = "convert.to")
    private Form to;

    @Option(names = "--from", paramLabel = "FORM", descriptionKey = "convert.from")
    private Form from;

    @Option(names = "--arch", paramLabel = "ARCH", descriptionKey = "convert.arch")
    private String arch;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", descriptionKey = "convert.output")
    private Path output;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Form source = from == null ? Form.of(file) : from;
        if (!source.isRead()) {
            throw usage("convert.notRead", source);
        }
        Optional<String> text = InputFile.read(file, err);
        if (text.isEmpty()) {
            err.flush();
            return ExitCodes.UNREADABLE;
        }
        String capdl = source == Form.json ? result(JsonImport.read(text.get(), architecture()), err) : text.get();
        String name = source == Form.json ? "imported.cdl" : file.toString();
        Analysis analysis = capdl == null ? null : CapdlAnalysis.analyse(capdl, name, AnalysisOptions.DEFAULT);
        if (analysis != null && analysis.hasErrors() && source == Form.capdl) {
            InputFile.printErrors(file, analysis, err);
            return ExitCodes.ERRORS;
        }
        String converted = analysis == null ? null : write(analysis.model(), err);
        err.flush();
        return converted == null ? ExitCodes.ERRORS : deliver(converted, err);
    }

    private Arch architecture() {
        return arch == null ? null : Arch.of(arch).orElseThrow(() -> usage("convert.unknownArch", arch));
    }

    private ParameterException usage(String key, Object argument) {
        return new ParameterException(spec.commandLine(), spec.resourceBundle().getString(key).formatted(argument));
    }

    private String write(CapdlModel model, PrintWriter err) {
        return switch (to) {
            case capdl -> CanonicalWriter.write(model);
            case json -> result(JsonExport.write(model), err);
            case xml -> XmlWriter.write(model);
            case dot -> dot(GraphBuilder.build(model, GraphRequest.everything()), err);
        };
    }

    private String dot(CapGraph graph, PrintWriter err) {
        if (!graph.complete()) {
            err.println(spec.resourceBundle().getString("graph.incomplete").formatted(GraphRequest.MOST_NODES));
        }
        return DotWriter.write(graph);
    }

    private String result(Converted converted, PrintWriter err) {
        ResourceBundle texts = spec.resourceBundle();
        for (Note note : converted.notes()) {
            String path = note.path().isEmpty() || note.path().equals("$") ? "" : " (" + note.path() + ")";
            err.printf("%s:%d:%d: %s %s: %s%s%n", file, note.line(), note.column(),
                    texts.getString("severity." + note.severity().label()), Note.ID, note.message(), path);
        }
        return converted.text();
    }

    private int deliver(String converted, PrintWriter err) {
        if (output != null) {
            try {
                Files.writeString(output, converted, StandardCharsets.UTF_8);
            } catch (IOException e) {
                err.println(spec.resourceBundle().getString("file.unwritable").formatted(output, e.getMessage()));
                err.flush();
                return ExitCodes.UNREADABLE;
            }
        } else {
            PrintWriter out = spec.commandLine().getOut();
            out.print(converted);
            out.flush();
        }
        return ExitCodes.OK;
    }
}
