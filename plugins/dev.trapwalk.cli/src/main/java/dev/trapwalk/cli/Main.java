package dev.trapwalk.cli;

import dev.trapwalk.cli.check.CheckCommand;
import dev.trapwalk.cli.convert.ConvertCommand;
import dev.trapwalk.cli.convert.DiffCommand;
import dev.trapwalk.cli.coverage.CoverageCommand;
import dev.trapwalk.cli.format.FormatCommand;
import dev.trapwalk.cli.graph.GraphCommand;
import dev.trapwalk.cli.lsp.LspCommand;
import dev.trapwalk.cli.run.RunCommand;
import dev.trapwalk.lang.CapdlAnalysis;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code trapwalk}; each of its verbs is a subcommand of its own class. */
@Command(name = "trapwalk", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        resourceBundle = "dev.trapwalk.cli.messages", subcommands = {
            CheckCommand.class, ConvertCommand.class, CoverageCommand.class, DiffCommand.class, FormatCommand.class,
            GraphCommand.class, LspCommand.class, RunCommand.class })
public final class Main implements Runnable {

    /** Verbs that let machines run, which the optimising compiler makes faster; trapwalk.sh knows them, too. */
    private static final Set<String> MACHINES = Set.of("run", "coverage");

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        // Every verb will need it, and to read the arguments takes one processor only.
        Thread preparation = new Thread(CapdlAnalysis::prepare, "preparation");
        preparation.setDaemon(true);
        preparation.start();
        if (arguments.length > 0 && !MACHINES.contains(arguments[0])) {
            QuickCompiler.choose();
        }
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("subcommand.missing"));
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] { version == null ? "trapwalk" : "trapwalk " + version };
        }
    }
}
