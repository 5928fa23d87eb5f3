package dev.trapwalk.cli.bench;

import dev.trapwalk.lang.tests.LayoutGenerator;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the language on layouts of 1,000, 10,000 and 101,000 objects, which it makes itself, or on the files it is given:
 * checking (warm, and as a process with a heap of 1 GB), opening, typing. Prints medians, the values that nine of ten keep, and
 * the goals. Arguments: {@code trapwalk.jar}, a folder to work in, then files or nothing.
 */
public final class LanguageBench {
    private static final int ROUNDS = 12;
    private static final int OPENED = 5;
    /** Objects, and goals in milliseconds: checked warm, checked by a process, opened, diagnostics and content assist typing. */
    private static final Map<Integer, int[]> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put(1_000, new int[] {200, 0, 0, 0, 0});
        SIZES.put(10_000, new int[] {0, 0, 1_000, 300, 100});
        SIZES.put(101_000, new int[] {0, 6_000, 6_000, 0, 0});
    }

    private final PrintStream out = System.out;
    private final Path jar;

    private LanguageBench(Path jar) {
        this.jar = jar;
    }

    public static void main(String[] arguments) throws Exception {
        LanguageBench bench = new LanguageBench(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<String> files = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
        files.removeIf(String::isBlank);
        bench.out.printf(Locale.ROOT, "%-48s %12s %12s %5s %12s%n", "", "median", "90 %", "runs", "goal");
        for (String file : files) {
            bench.measure(Path.of(file), new int[5]);
        }
        if (files.isEmpty()) {
            for (Map.Entry<Integer, int[]> size : SIZES.entrySet()) {
                Path file = folder.resolve("layout-" + size.getKey() + ".cdl");
                Files.writeString(file, LayoutGenerator.layout(size.getKey(), "x86_64", 1));
                bench.measure(file, size.getValue());
            }
        }
        System.exit(0);
    }

    private void measure(Path file, int[] goals) throws Exception {
        boolean huge = Files.size(file) > 4 << 20;
        out.printf(Locale.ROOT, "%n%s, %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
        out.println(CheckBench.warm(file, huge ? 7 : 31).line("check, warm", goals[0]));
        for (Start how : Start.values()) {
            long[] peak = new long[1];
            out.println(CheckBench.process(how, jar, file, huge ? 5 : 9, peak)
                    .line("check, whole process" + how.words(), goals[1]));
            out.printf(Locale.ROOT, "%-48s %9d MB%n", "    its memory at most (resident)", peak[0] >> 10);
        }
        for (Start how : Start.values()) {
            Times opened = new Times();
            for (int i = 0; i < OPENED; i++) {
                try (EditorBench editor = new EditorBench(how, jar)) {
                    opened.add(editor.open(file));
                }
            }
            out.println(opened.line("open to diagnostics, fresh server" + how.words(), goals[2]));
        }
        type(file, huge ? 3 : ROUNDS, goals);
    }

    private void type(Path file, int rounds, int[] goals) throws Exception {
        try (EditorBench editor = new EditorBench(Start.PROGRAM, jar)) {
            editor.open(file);
            editor.type(file, rounds, false);
            editor.type(file, rounds, true);
            out.println(editor.diagnostics().line("keystroke to diagnostics", goals[3]));
            out.println(editor.completions().line("keystroke to content assist", goals[4]));
            out.printf(Locale.ROOT, "%-48s %9d MB%n", "    the server's memory at most (resident)", editor.memory() >> 10);
        }
    }
}
