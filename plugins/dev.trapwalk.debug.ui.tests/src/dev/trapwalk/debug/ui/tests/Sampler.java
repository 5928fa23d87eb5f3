package dev.trapwalk.debug.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Where a thread spends its time: its stack is looked at every few milliseconds. The owner of a moment is the outermost
 * frame that is neither the event loop's nor the test's: the listener or runnable to whom the event went. What it was
 * doing is the innermost frame that is not Java's or SWT's own.
 */
final class Sampler implements AutoCloseable {

    private static final long INTERVAL_NANOS = 2_000_000;
    private static final int LINES = 14;
    private static final int OUTERMOST = 6;
    private static final int SHALLOW = 4;
    private static final int DEEP = 60;
    /** The event loop, the harness and the library: none of these is who spends the time. */
    private static final List<String> MACHINERY = List.of("java.", "jdk.", "sun.", "org.eclipse.swt.", "org.junit.",
            "org.apache.maven.", "org.eclipse.tycho.", "org.eclipse.equinox.", "org.eclipse.core.runtime.adaptor.",
            "org.eclipse.core.runtime.internal.adaptor.", "org.eclipse.ui.internal.ide.application.",
            "org.eclipse.ui.PlatformUI", "org.eclipse.e4.ui.internal.workbench", "org.eclipse.e4.ui.workbench.",
            "org.eclipse.ui.internal.Workbench", "org.eclipse.core.databinding.", "org.eclipse.jface.databinding.",
            "org.eclipse.ui.internal.UILockListener", "org.eclipse.ui.internal.UISynchronizer",
            "org.eclipse.ui.progress.UIJob", "dev.trapwalk.debug.ui.tests.");

    private final Thread watched;
    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> doing = new HashMap<>();
    private final Map<String, Integer> stacks = new HashMap<>();
    private final Thread sampler = new Thread(this::sample, "sampler");
    private final Map<String, Integer> recent = new HashMap<>();
    private volatile boolean on;
    private long since;
    private long lasted;
    private int looks;
    private volatile boolean closed;

    Sampler(Thread watched) {
        this.watched = watched;
        sampler.setDaemon(true);
        sampler.start();
    }

    /** Forgets what was seen, and looks from now on. */
    synchronized void begin() {
        owners.clear();
        doing.clear();
        stacks.clear();
        looks = 0;
        since = System.nanoTime();
        on = true;
    }

    synchronized void end() {
        on = false;
        lasted = System.nanoTime() - since;
    }

    /** What was seen since this was asked last, the most frequent first. */
    synchronized String recent() {
        String seen = recent.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(2)
                .map(entry -> entry.getValue() + "x " + entry.getKey()).collect(Collectors.joining(" ; "));
        recent.clear();
        return seen;
    }

    private void sample() {
        while (!closed) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            if (on) {
                add(watched.getStackTrace());
            }
        }
    }

    private synchronized void add(StackTraceElement[] stack) {
        looks++;
        if (stack.length == 0 || stack[0].getMethodName().equals("park") || isIdle(stack)) {
            return;
        }
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (MACHINERY.stream().noneMatch(frame.getClassName()::startsWith)) {
                frames.add(frame);
            }
        }
        String owner = frames.isEmpty() ? withoutOwner(stack) : name(frames.get(frames.size() - 1));
        owners.merge(owner, 1, Integer::sum);
        recent.merge(frames.isEmpty() ? owner : frames.stream().skip(Math.max(0, frames.size() - OUTERMOST))
                .map(Sampler::name).collect(Collectors.joining(" < ")), 1, Integer::sum);
        doing.merge(frames.isEmpty() ? owner : name(frames.get(0)), 1, Integer::sum);
        stacks.merge(Arrays.stream(stack)
                .takeWhile(frame -> !frame.getClassName().startsWith("dev.trapwalk.debug.ui.tests.")).limit(DEEP)
                .map(Sampler::name).collect(Collectors.joining(" < ")), 1, Integer::sum);
    }

    private static String withoutOwner(StackTraceElement[] stack) {
        return Arrays.stream(stack).filter(frame -> !frame.getClassName().startsWith("java."))
                .limit(4).map(Sampler::name).collect(Collectors.joining(" < "));
    }

    private static boolean isIdle(StackTraceElement[] stack) {
        return stack.length > 1 && Arrays.stream(stack).limit(SHALLOW)
                .anyMatch(frame -> frame.getMethodName().equals("sleep"));
    }

    private static String name(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
    }

    /** Milliseconds for each of {@code events}, the greatest first. */
    synchronized String report(int events) {
        return "  UI thread, ms a step, by who got the event:\n" + lines(owners, events, LINES)
                + "  and by what was being done:\n" + lines(doing, events, LINES);
    }

    /** The most frequent stacks, for a closer look. */
    synchronized String stacks(int events, int most) {
        return lines(stacks, events, most);
    }

    private String lines(Map<String, Integer> counts, int events, int most) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most).map(entry -> String.format(Locale.ROOT, "    %6.2f  %s%n",
                        entry.getValue() * (lasted / 1e6 / looks) / events, entry.getKey()))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        closed = true;
    }
}
