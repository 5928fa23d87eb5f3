package dev.trapwalk.cli.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.export.CanonicalWriter;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.FormattingService;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapwalk format FILE...}: lays files out, in place or on standard output. */
@Command(name = "format", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class FormatCommand implements Callable<Integer> {

    private static final FormattingOptions LAYOUT = new FormattingOptions(4, true);

    /** The orders of {@code --order}. */
    enum Order {
        /** As it is. */
        keep,
        /** Objects by name, slots by number. */
        canonical
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "format.files")
    private List<Path> files;

    @Option(names = {"-w", "--write"}, descriptionKey = "format.write")
    private boolean write;

    @Option(names = "--order", paramLabel = "ORDER", defaultValue = "keep", descriptionKey = "format.order")
    private Order order;

    @Option(names = "--check", descriptionKey = "format.check")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int exit = ExitCodes.OK;
        for (Path file : files) {
            Optional<String> text = InputFile.read(file, spec.commandLine().getErr());
            if (text.isEmpty()) {
                return ExitCodes.UNREADABLE;
            }
            Optional<String> result = order == Order.canonical ? canonical(file, text.get())
                    : Optional.of(format(file, text.get()));
            if (result.isEmpty()) {
                exit = ExitCodes.ERRORS;
                continue;
            }
            String formatted = result.get();
            if (check) {
                if (!formatted.equals(text.get())) {
                    out.println(spec.resourceBundle().getString("format.differs").formatted(file));
                    exit = ExitCodes.ERRORS;
                }
            } else if (write) {
                Files.writeString(file, formatted, StandardCharsets.UTF_8);
            } else {
                out.print(formatted);
            }
        }
        out.flush();
        return exit;
    }

    /** The file in canonical order; says why and is empty when it has none. */
    private Optional<String> canonical(Path file, String text) {
        PrintWriter err = spec.commandLine().getErr();
        Analysis analysis = CapdlAnalysis.analyse(text, file.toString());
        AnalysedDocument document = new AnalysedDocument(new TextSnapshot(file.toString(), 0, text), analysis);
        if (!new FormattingService().isReorderable(document)) {
            InputFile.printErrors(file, analysis, err);
            err.println(spec.resourceBundle().getString("format.noOrder").formatted(file));
            err.flush();
            return Optional.empty();
        }
        return Optional.of(CanonicalWriter.writeWithComments(analysis.model()));
    }

    private static String format(Path file, String text) {
        TextSnapshot snapshot = new TextSnapshot(file.toString(), 0, text);
        StringBuilder formatted = new StringBuilder(text);
        List<TextEdit> edits = new FormattingService().format(snapshot, LAYOUT);
        for (int i = edits.size() - 1; i >= 0; i--) {
            TextEdit edit = edits.get(i);
            formatted.replace(snapshot.offset(edit.getRange().getStart()), snapshot.offset(edit.getRange().getEnd()),
                    edit.getNewText());
        }
        return formatted.toString();
    }
}
