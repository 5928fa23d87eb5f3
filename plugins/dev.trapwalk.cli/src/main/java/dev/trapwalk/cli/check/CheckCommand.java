package dev.trapwalk.cli.check;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trapwalk check FILE...}: all findings of all files, for people, for scripts, or for code scanning. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "check.files")
    private List<Path> files;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "check.format")
    private Format format;

    @Option(names = "--profile", paramLabel = "PROFILE", defaultValue = "loader", descriptionKey = "check.profile")
    private String profile;

    @Override
    public Integer call() {
        AnalysisOptions options = AnalysisOptions.DEFAULT.withProfile(Profile.of(profile).orElseThrow(
                () -> new ParameterException(spec.commandLine(),
                        spec.resourceBundle().getString("check.unknownProfile").formatted(profile))));
        PrintWriter err = spec.commandLine().getErr();
        List<CheckedFile> checked = new ArrayList<>();
        boolean unreadable = false;
        for (Path file : files) {
            try {
                checked.add(CheckedFile.of(file,
                        CapdlAnalysis.analyse(InputFile.load(file), file.toString(), options)));
            } catch (InputFile.Unreadable problem) {
                err.println(problem.getMessage());
                checked.add(CheckedFile.unreadable(file, problem.getMessage()));
                unreadable = true;
            }
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        format.report().write(checked, out);
        out.flush();
        if (unreadable) {
            return ExitCodes.UNREADABLE;
        }
        return checked.stream().anyMatch(CheckedFile::hasErrors) ? ExitCodes.ERRORS : ExitCodes.OK;
    }
}
