package dev.trapwalk.cli.coverage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.cli.InputFile;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.CoverageReport;
import dev.trapwalk.engine.session.query.CoverageRun;
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

/** {@code trapwalk coverage DIR|FILE...}: runs scenarios and reports which decisions of the kernel they take. */
@Command(name = "coverage", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class CoverageCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", descriptionKey = "coverage.paths")
    private List<Path> paths;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "coverage.format")
    private CoverageFormat format;

    @Option(names = "--sources", paramLabel = "DIR", descriptionKey = "coverage.sources")
    private Path sources;

    @Option(names = "--max-units", paramLabel = "N", defaultValue = "" + CoverageRun.USUAL_UNITS,
            descriptionKey = "coverage.maxUnits")
    private long maxUnits;

    private final Map<Path, Coverage> covered = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        int code;
        try {
            code = run(ScenarioFiles.in(paths), err);
        } catch (IOException unreadable) {
            err.println(text("file.unreadable", paths, unreadable.getMessage()));
            return ExitCodes.UNREADABLE;
        }
        if (covered.isEmpty()) {
            err.println(text("coverage.none"));
            return Math.max(code, ExitCodes.ERRORS);
        }
        try {
            report(spec.commandLine().getOut());
        } catch (IOException failed) {
            err.println(text("coverage.notWritten", sources, failed.getMessage()));
            return ExitCodes.ERRORS;
        }
        return code;
    }

    private int run(List<Path> files, PrintWriter err) {
        int code = ExitCodes.OK;
        for (Path file : files) {
            code = Math.max(code, run(file, err));
        }
        return code;
    }

    private int run(Path file, PrintWriter err) {
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
        CoverageRun run = CoverageRun.of(ScenarioTarget.factory(conversion.scenario()), maxUnits, () -> false);
        covered.put(file, run.coverage());
        switch (run.end()) {
            case LIMIT -> err.println(text("coverage.limit", file, run.units()));
            case NOT_MODELLED -> err.println(text("coverage.notModelled", file, run.units(), run.message()));
            default -> {
                return ExitCodes.OK;
            }
        }
        return ExitCodes.ERRORS;
    }

    private void report(PrintWriter out) throws IOException {
        Coverage all = covered.values().stream().reduce(Coverage.none(), Coverage::plus);
        if (sources != null) {
            writeSources();
        }
        switch (format) {
            case text -> {
                covered.forEach((file, coverage) ->
                        out.println(text("coverage.file", file, CoverageReport.summary(coverage))));
                out.println(text("coverage.all", covered.size(), CoverageReport.summary(all)));
                CoverageReport.gaps(all).forEach(line -> out.println("  " + line));
            }
            case table -> CoverageReport.table(all).forEach(out::println);
            case lcov -> out.print(sources == null ? CoverageReport.lcov(all)
                    : CoverageReport.lcov(all, function -> source(function).toAbsolutePath().normalize().toString()));
        }
        out.flush();
    }

    private void writeSources() throws IOException {
        Files.createDirectories(sources);
        for (KernelFunction function : Catalogue.functions()) {
            Files.writeString(source(function), CoverageReport.source(function));
        }
    }

    private Path source(KernelFunction function) {
        return sources.resolve(function.name() + ".txt");
    }

    private String text(String key, Object... arguments) {
        return spec.resourceBundle().getString(key).formatted(arguments);
    }
}
