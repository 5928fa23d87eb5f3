package dev.trapwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one file that people take along: run by Java, and as a program by itself. */
class RunnableJarIT {

    private static final String JAVA_HOME = System.getProperty("java.home");

    /** So many that checking them takes longer than to choose a compiler. */
    private static final int OBJECTS = 5_000;

    private final Path jar = Path.of(System.getProperty("trapwalk.jar"));
    @TempDir
    private Path folder;

    @Test
    void javaRunsIt() throws Exception {
        assertThat(check(List.of(java("java"), "-jar", jar.toString())))
                .contains("\"id\": \"E01\"").contains("\"objects\": 1").endsWith("exit code 1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsAProgramOnItsOwn() throws Exception {
        assertThat(check(List.of(jar.toString()))).isEqualTo(
                check(List.of(java("java"), "-jar", jar.toString())));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itMayBeMovedAndItsArgumentsMayHaveBlanks() throws Exception {
        Path moved = Files.copy(jar, Files.createDirectory(folder.resolve("my tools")).resolve("trapwalk"));
        assertThat(moved.toFile().setExecutable(true)).isTrue();
        assertThat(check(List.of(moved.toString()))).contains("a layout.cdl").endsWith("exit code 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-XX:+UseParallelGC"})
    @DisabledOnOs(OS.WINDOWS)
    void itIsALanguageServer(String options) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(jar.toString(), "lsp")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", JAVA_HOME);
        builder.environment().put("JDK_JAVA_OPTIONS", options);
        Process process = builder.start();
        try (OutputStream requests = process.getOutputStream()) {
            for (String request : List.of("\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}",
                    "\"id\":2,\"method\":\"shutdown\"", "\"method\":\"exit\"")) {
                String json = "{\"jsonrpc\":\"2.0\"," + request + "}";
                requests.write(("Content-Length: " + json.length() + "\r\n\r\n" + json)
                        .getBytes(StandardCharsets.US_ASCII));
            }
            requests.flush();
            String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).contains("\"id\":1", "\"capabilities\"", "\"id\":2");
        }
        assertThat(process.waitFor()).isZero();
    }

    /** Java tells which methods it leaves out of the compiler of level 4, and why. */
    @ParameterizedTest
    @CsvSource({"-XX:+TieredCompilation,true", "-XX:-TieredCompilation,false", "-XX:TieredStopAtLevel=1,false"})
    void startedByJavaItLeavesTheOptimisingCompilerOut(String option, boolean leftOut) throws Exception {
        Path layout = Files.writeString(folder.resolve("long.cdl"), IntStream.range(0, OBJECTS)
                .mapToObj(i -> "e" + i + " = ep").collect(Collectors.joining("\n", "arch x86_64\nobjects {\n", "\n}\n")));
        String printed = output(new ProcessBuilder(java("java"), option, "-XX:+PrintCompilation", "-jar", jar.toString(),
                "check", layout.toString()));
        assertThat(printed.contains("excluded by CompileCommand")).isEqualTo(leftOut);
        assertThat(printed).endsWith("exit code 0");
    }

    /** What {@code check} prints of a layout with one mistake, and its exit code. */
    private String check(List<String> program) throws IOException, InterruptedException {
        Path layout = Files.writeString(folder.resolve("a layout.cdl"), "arch x86_64\nobjects { e = ep }\ncaps { e { 0: f } }\n");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("check", "--format", "json", layout.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", JAVA_HOME);
        return output(builder);
    }

    /** What a process prints, and its exit code. */
    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + "exit code " + process.waitFor();
    }

    private static String java(String tool) {
        return Path.of(JAVA_HOME, "bin", tool).toString();
    }
}
