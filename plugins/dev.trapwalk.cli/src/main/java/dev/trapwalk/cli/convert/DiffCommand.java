package dev.trapwalk.cli.convert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.export.LayoutDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapwalk diff BEFORE AFTER}: what is different in meaning; exits with 1 when anything is, as diff does. */
@Command(name = "diff", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "diff.before")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "diff.after")
    private Path after;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Analysis> old = InputFile.analyse(before, AnalysisOptions.DEFAULT, err);
        Optional<Analysis> changed = InputFile.analyse(after, AnalysisOptions.DEFAULT, err);
        if (old.isEmpty() || changed.isEmpty()) {
            return ExitCodes.UNREADABLE;
        }
        PrintWriter out = spec.commandLine().getOut();
        List<LayoutDiff.Change> changes = LayoutDiff.between(old.get().model(), changed.get().model());
        for (LayoutDiff.Change change : changes) {
            String sign = change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
            String text = change.before().isEmpty() ? change.after() : change.after().isEmpty() ? change.before()
                    : change.before() + " -> " + change.after();
            out.printf("%s %s: %s%n", sign, change.place(), text);
        }
        out.flush();
        return changes.isEmpty() ? ExitCodes.OK : ExitCodes.ERRORS;
    }
}
