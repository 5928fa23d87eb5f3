package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbench is closed while a machine stands at a breakpoint, or runs, or files are not saved. A workbench in a
 * process of its own does it: it ends by itself, with no error in its log, and the next one finds everything as it was.
 */
class ClosingTest {

    private static final int LIMIT_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void closingInTheMiddleOfASessionEndsCleanlyAndKeepsBreakpoints() throws Exception {
        List<String> before = run(StartedByTest.DEBUG);
        assertThat(before).containsExactly("VMFault is raised |  | [] | false",
                "cnode-copy.walk: line 42 |  | [client] | true",
                "decodeCNodeInvocation: entry | length == 5 | [] | true");
        assertThat(run(StartedByTest.LOOK)).isEqualTo(before);
    }

    /** Whoever cancels goes on where the machine stands; whoever saves loses nothing, though the machine runs. */
    @Test
    void closingWithFilesThatAreNotSavedAsksFirst() throws Exception {
        assertThat(run(StartedByTest.EDIT)).containsExactly(
                "closed: false, scenario not saved, machine stands",
                "asked, scenario not saved, machine runs, layout not saved");
        for (String saved : List.of("endless.walk", StartedByTest.LAYOUT)) {
            assertThat(read(folder.resolve("workspace/closing/" + saved))).as(saved).startsWith(StartedByTest.EDITED);
        }
    }

    /** Runs a workbench on the folder's workspace; what it saw. */
    private List<String> run(String task) throws Exception {
        Path result = folder.resolve(task + ".txt");
        Process process = new ProcessBuilder(command(task, result)).redirectErrorStream(true)
                .redirectOutput(folder.resolve(task + ".out").toFile()).start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends within %d s: %s %s", LIMIT_SECONDS,
                    read(result), read(folder.resolve(task + ".out"))).isTrue();
            assertThat(process.exitValue()).as("exit code: %s", read(folder.resolve(task + ".out"))).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(ourErrors(read(folder.resolve("workspace/.metadata/.log")))).isEmpty();
        return Files.readAllLines(result);
    }

    /** Entries of a log that tell of an error (4) in which our bundles or the debugger have a part. */
    private static List<String> ourErrors(List<String> log) {
        return Stream.of(String.join("\n", log).split("!ENTRY ")).filter(entry -> entry.matches("(?s)\\S+ 4 .*")
                && (entry.contains("dev.trapwalk") || entry.startsWith("org.eclipse.debug"))).toList();
    }

    private List<String> command(String task, Path result) throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path own = Path.of(Platform.getConfigurationLocation().getURL().toURI());
        if (Files.notExists(configuration.resolve("config.ini"))) {
            Files.copy(own.resolve("config.ini"), configuration.resolve("config.ini"));
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-D" + StartedByTest.TASK + '=' + task, "-D" + StartedByTest.RESULT + '=' + result));
        Arrays.asList("osgi.os", "osgi.ws", "osgi.arch").forEach(
                name -> command.add("-D" + name + '=' + System.getProperty(name)));
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "-nosplash", "-consoleLog",
                "-install", own.getParent().toString(), "-configuration", configuration.toString(),
                "-data", folder.resolve("workspace").toString(), "-product", "org.eclipse.platform.ide",
                "-application", "org.eclipse.ui.ide.workbench"));
        return command;
    }

    private static List<String> read(Path file) throws Exception {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
