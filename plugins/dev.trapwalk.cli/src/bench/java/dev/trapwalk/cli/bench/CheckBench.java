package dev.trapwalk.cli.bench;

import dev.trapwalk.lang.CapdlAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How long checking a file takes: in a process that has checked it before, and from the start of a process to its end. */
final class CheckBench {
    private static final long WARM_UP = 8_000_000_000L;

    private CheckBench() {
    }

    /** Parse, model and checks of a text that nothing is taken over from. */
    static Times warm(Path file, int runs) throws IOException {
        String text = Files.readString(file);
        for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end;) {
            CapdlAnalysis.analyse(text, file.toString());
        }
        Times times = new Times();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            CapdlAnalysis.analyse(text, file.toString());
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    /** The largest memory of each process is noted in {@code peak[0]}, in KiB; 0 where the system does not tell. */
    static Times process(Start how, Path jar, Path file, int runs, long[] peak) throws IOException, InterruptedException {
        Times times = new Times();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Process process = how.process(jar, "check", file.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            while (process.isAlive()) {
                peak[0] = Math.max(peak[0], resident(process.pid()));
                Thread.sleep(5);
            }
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    /** The highest resident set size so far, as Linux counts it. */
    static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // Gone since it was asked, or no Linux.
            return 0;
        }
    }
}
