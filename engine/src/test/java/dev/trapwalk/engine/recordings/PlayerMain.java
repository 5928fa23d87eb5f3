package dev.trapwalk.engine.recordings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonObject;

import dev.trapwalk.engine.kernel.KernelConfig;

/**
 * Plays files of recordings from the command line:
 * {@code PlayerMain FILE-OR-FOLDER... [-n part of scenario names] [-v (with walks)] [-max differing scenarios shown]}.
 */
public final class PlayerMain {

    private static final int FIELDS_SHOWN = 6;

    private final PrintStream out;
    private final Harness harness = new Harness(Recordings.kept());
    private final Map<String, Integer> causes = new TreeMap<>();
    private String filter = "";
    private boolean verbose;
    private int shown;
    private int most = 10;
    private int scenarios;
    private int equal;

    PlayerMain(PrintStream out) {
        this.out = out;
    }

    /** Runs from the command line. */
    public static void main(String[] args) {
        PlayerMain main = new PlayerMain(System.out);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-n" -> main.filter = args[++i];
                case "-v" -> main.verbose = true;
                case "-max" -> main.most = Integer.parseInt(args[++i]);
                default -> paths.add(Path.of(args[i]));
            }
        }
        main.run(paths);
        System.exit(main.scenarios == main.equal ? 0 : 1);
    }

    /** Shows with each difference the points passed in the kernel entry that it is about. */
    void showWalks() {
        verbose = true;
    }

    /** Number of scenarios played. */
    int scenarios() {
        return scenarios;
    }

    /** Plays all files and prints {@code scenarios: N, equal: M} for each and in all; whether all were equal. */
    boolean run(List<Path> paths) {
        for (Path path : paths) {
            for (Path file : Recordings.files(path)) {
                int scenariosBefore = scenarios;
                int equalBefore = equal;
                Recordings.forEach(file, line -> play(file, line));
                out.printf("%s: scenarios: %d, equal: %d%n", file.getFileName(), scenarios - scenariosBefore,
                        equal - equalBefore);
            }
        }
        causes.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(40)
                .forEach(cause -> out.printf("%6d  %s%n", cause.getValue(), cause.getKey()));
        out.printf("scenarios: %d, equal: %d%n", scenarios, equal);
        return scenarios == equal;
    }

    private void play(Path file, JsonObject line) {
        if (!line.getAsJsonObject("scenario").get("name").getAsString().contains(filter)) {
            return;
        }
        scenarios++;
        KernelConfig config = Player.configOf(file.getFileName().toString(), line);
        Player player = new Player(harness, line, false);
        List<Difference> differences = player.play(config);
        if (differences.isEmpty()) {
            equal++;
            return;
        }
        Difference first = differences.get(0);
        causes.merge(cause(first), 1, Integer::sum);
        if (shown++ >= most) {
            return;
        }
        out.printf("DIFFERENT %s (%d fields)%n", player.name(), differences.size());
        differences.stream().limit(FIELDS_SHOWN).forEach(difference -> out.println("    " + difference));
        if (verbose) {
            Player again = new Player(harness, line, true);
            again.play(config);
            out.println("    walk:");
            again.walkOf(first).forEach(point -> out.println("      " + point));
        }
    }

    private static String cause(Difference difference) {
        String field = difference.field().replaceAll("\\([^)]*\\)", "").replaceAll("\\[\\d+\\]", "[]")
                .replaceAll("final\\.(\\w+)\\.[^.]+", "final.$1.*");
        return field.startsWith("trace[].path") || field.startsWith("not modelled") || field.startsWith("exception")
                || field.startsWith("trace[].fastpath")
                ? field + ": " + difference.expected() + " / " + difference.got() : field;
    }
}
