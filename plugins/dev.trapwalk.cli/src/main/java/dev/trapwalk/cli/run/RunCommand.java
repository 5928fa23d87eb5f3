package dev.trapwalk.cli.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.session.Command.ListBreakpoints;
import dev.trapwalk.engine.session.Command.Step;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.Session;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.StepKind;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.convert.Conversion;
import dev.trapwalk.lang.convert.ScenarioConverter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapwalk run FILE}: boots a scenario, runs it to its end and prints the walk of every kernel entry. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "run.file")
    private Path file;

    @Option(names = "--detail", paramLabel = "DETAIL", defaultValue = "checks", descriptionKey = "run.detail")
    private Detail detail;

    @Option(names = "--max-steps", paramLabel = "N", defaultValue = "100000", descriptionKey = "run.maxSteps")
    private long maxSteps;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<Analysis> analysis =
                InputFile.analyse(file, AnalysisOptions.DEFAULT.withProfile(Profile.SIMULATOR), err);
        if (analysis.isEmpty()) {
            return ExitCodes.UNREADABLE;
        }
        Conversion conversion = ScenarioConverter.convert(analysis.get(), KernelConfig.REFERENCE);
        if (conversion.scenario() == null) {
            InputFile.printErrors(file, analysis.get(), err);
            return ExitCodes.ERRORS;
        }
        return walk(conversion.scenario(), new WalkPrinter(out, detail), err);
    }

    private int walk(Scenario scenario, WalkPrinter printer, PrintWriter err) {
        try (Session session = Session.launch(scenario.name(), ScenarioTarget.factory(scenario),
                SessionSettings.DEFAULT.withHistoryBytes(0), event -> { })) {
            session.submit(new ListBreakpoints()).toCompletableFuture().join();
            session.state().ifPresent(printer::print);
            for (long steps = 0; steps < maxSteps; steps++) {
                Result<StopState> result = session.submit(new Step(StepKind.INTO)).toCompletableFuture().join();
                if (!result.isOk()) {
                    err.println(result.message());
                    return ExitCodes.ERRORS;
                }
                StopState state = result.get();
                printer.print(state);
                if (state.reason() == StopReason.END) {
                    return ExitCodes.OK;
                }
                if (state.reason() == StopReason.NOT_MODELLED) {
                    err.println(state.message());
                    return ExitCodes.ERRORS;
                }
            }
            err.println(spec.resourceBundle().getString("run.tooLong").formatted(maxSteps));
            return ExitCodes.ERRORS;
        }
    }
}
