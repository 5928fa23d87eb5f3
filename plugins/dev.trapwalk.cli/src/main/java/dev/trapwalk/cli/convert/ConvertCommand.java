package dev.trapwalk.cli.convert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.ide.graph.DotWriter;
import dev.trapwalk.lang.ide.graph.GraphBuilder;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapwalk convert FILE}: a layout in another form, on standard output. */
@Command(name = "convert", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class ConvertCommand implements Callable<Integer> {

    /** The forms of {@code --to}. */
    enum Form {
        /** Canonical capDL. */
        capdl,
        /** A graph for Graphviz. */
        dot
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "convert.file")
    private Path file;

    @Option(names = "--to", paramLabel = "FORM", defaultValue = "capdl", descriptionKey = "convert.to")
    private Form form;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Analysis> analysis = InputFile.analyse(file, AnalysisOptions.DEFAULT, err);
        if (analysis.isEmpty()) {
            return ExitCodes.UNREADABLE;
        }
        if (analysis.get().hasErrors()) {
            InputFile.printErrors(file, analysis.get(), err);
            return ExitCodes.ERRORS;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(form == Form.dot
                ? DotWriter.write(GraphBuilder.build(analysis.get().model(), GraphRequest.everything()))
                : CanonicalWriter.write(analysis.get().model()));
        out.flush();
        return ExitCodes.OK;
    }
}
