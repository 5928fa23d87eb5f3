package dev.trapwalk.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways to start the jar, with a heap of 1 GB. */
enum Start {
    /** As the program that it is: what the README tells to do. */
    PROGRAM(""),
    /** By Java with nothing but the heap's size: the jar itself has to stop the optimising compiler. */
    JAVA(", by java -jar");

    private static final String HEAP = "-Xmx1g";

    private final String words;

    Start(String words) {
        this.words = words;
    }

    /** For the name of a measurement. */
    String words() {
        return words;
    }

    ProcessBuilder process(Path jar, String... arguments) {
        String home = System.getProperty("java.home");
        List<String> command = new ArrayList<>(this == PROGRAM ? List.of()
                : List.of(Path.of(home, "bin", "java").toString(), "-jar"));
        command.add(jar.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", home);
        builder.environment().put("JDK_JAVA_OPTIONS", HEAP);
        return builder;
    }
}
