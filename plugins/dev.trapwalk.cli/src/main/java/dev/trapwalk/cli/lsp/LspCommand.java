package dev.trapwalk.cli.lsp;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.trapwalk.cli.ExitCodes;
import dev.trapwalk.lang.ide.server.ServerLauncher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trapwalk lsp}: the language server, on the standard streams or on a loopback socket. */
@Command(name = "lsp", mixinStandardHelpOptions = true, resourceBundle = "dev.trapwalk.cli.messages")
public final class LspCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "-1", descriptionKey = "lsp.port")
    private int port;

    @Override
    public Integer call() throws IOException {
        if (port < 0) {
            return ServerLauncher.serveStandardStreams();
        }
        ServerLauncher.serveSocket(port, bound -> spec.commandLine().getErr().println(
                spec.resourceBundle().getString("lsp.listening").formatted(bound)));
        return ExitCodes.OK;
    }
}
