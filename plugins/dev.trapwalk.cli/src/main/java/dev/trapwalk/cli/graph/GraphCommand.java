package dev.trapwalk.cli.graph;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.ide.graph.CapGraph;
import dev.trapwalk.lang.ide.graph.DotWriter;
import dev.trapwalk.lang.ide.graph.Expansion;
import dev.trapwalk.lang.ide.graph.GraphBuilder;
import dev.trapwalk.lang.ide.graph.GraphLayout;
import dev.trapwalk.lang.ide.graph.GraphRequest;
import dev.trapwalk.lang.ide.graph.Selection;
import dev.trapwalk.lang.ide.graph.SvgWriter;
import dev.trapwalk.lang.ide.graph.TextWidths;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapwalk graph FILE}: who can reach what, as SVG or for Graphviz. */
@Command(name = "graph", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class GraphCommand implements Callable<Integer> {

    /** The forms of {@code --format}. */
    enum Form {
        /** A drawing. */
        svg,
        /** A graph for Graphviz. */
        dot
    }

    private static final String ALL = "all";
    private static final int MOST_NAMED = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "graph.file")
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "svg", descriptionKey = "graph.format")
    private Form form;

    @Option(names = "--thread", paramLabel = "TCB", descriptionKey = "graph.thread")
    private String thread;

    @Option(names = "--object", paramLabel = "OBJECT", descriptionKey = "graph.object")
    private String object;

    @Option(names = "--expand", paramLabel = "OBJECT", split = ",", descriptionKey = "graph.expand")
    private List<String> expand = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", descriptionKey = "graph.output")
    private Path output;

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
        CapGraph graph = GraphBuilder.build(analysis.get().model(), request(analysis.get().model()));
        if (!graph.complete()) {
            err.println(text("graph.incomplete").formatted(GraphRequest.MOST_NODES));
        }
        return print(form == Form.dot ? DotWriter.write(graph)
                : SvgWriter.write(GraphLayout.place(graph, TextWidths::sans, () -> false)), err);
    }

    private GraphRequest request(CapdlModel model) {
        if (thread != null && !named(model, thread).decl().is(ObjectType.TCB)) {
            List<String> threads = Selection.threads(model, MOST_NAMED);
            throw new ParameterException(spec.commandLine(),
                    text("graph.noThread").formatted(thread, file, String.join(", ", threads)));
        }
        if (object != null && Selection.matches(model, object) == 0) {
            throw new ParameterException(spec.commandLine(), text("graph.noObject").formatted(file, object));
        }
        boolean all = expand.contains(ALL);
        GraphRequest request = new GraphRequest(thread, object, Set.of(),
                all ? GraphRequest.MOST_NODES : GraphRequest.BUDGET);
        for (String name : expand) {
            request = name.equals(ALL) ? request : Expansion.showing(model, request, named(model, name));
        }
        return request;
    }

    private ObjectRef named(CapdlModel model, String name) {
        return Selection.object(model, name).orElseThrow(() -> new ParameterException(spec.commandLine(),
                text("graph.noObject").formatted(file, name)));
    }

    private int print(String text, PrintWriter err) {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return ExitCodes.OK;
        }
        try {
            Files.writeString(output, text, StandardCharsets.UTF_8);
            return ExitCodes.OK;
        } catch (IOException unwritable) {
            err.println(text("file.unwritable").formatted(output, unwritable.getMessage()));
            return ExitCodes.UNREADABLE;
        }
    }

    private String text(String key) {
        return spec.resourceBundle().getString(key);
    }
}
