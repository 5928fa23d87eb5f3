package dev.trapwalk.engine.recordings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.point.Probe;

/**
 * Notes the kernel functions entered by each kernel entry, the verdict of the fastpath, and on demand every point
 * passed.
 */
final class Trace implements Probe {

    private final Path path;
    private final Interruptions interruptions;
    private final boolean verbose;
    private final JsonArray entries = new JsonArray();
    private final List<List<String>> walks = new ArrayList<>();
    private JsonArray functions;
    private List<String> walk;
    private String fastpath;
    private String failed;
    private boolean bailed;

    Trace(Path path, Interruptions interruptions, boolean verbose) {
        this.path = path;
        this.interruptions = interruptions;
        this.verbose = verbose;
    }

    /** Begins to watch. */
    void attach() {
        boolean[] armed = new boolean[Catalogue.size()];
        for (int i = 0; i < armed.length; i++) {
            KernelPoint point = Catalogue.point(i);
            armed[i] = verbose || point.kind() == KernelPoint.Kind.ENTRY || isFastpathCheck(point);
        }
        path.attach(this, armed);
    }

    private static boolean isFastpathCheck(KernelPoint point) {
        return point.kind() == KernelPoint.Kind.CHECK && point.function().name().startsWith("fastpath_");
    }

    /** A kernel entry begins. */
    void begin() {
        functions = new JsonArray();
        walk = new ArrayList<>();
        fastpath = null;
        failed = null;
        bailed = false;
    }

    /** The kernel entry is over: notes it as one of a thread's step. */
    void end(String thread, int index, boolean restart) {
        JsonObject entry = new JsonObject();
        entry.addProperty("thread", thread);
        entry.addProperty("index", index);
        entry.add("path", functions);
        if (fastpath != null) {
            String check = restart && ("extra_caps".equals(failed) || "length".equals(failed))
                    ? "extra_caps_or_length" : failed;
            entry.addProperty("fastpath", fastpath + (bailed ? ":bail:" + check : ":taken"));
        }
        if (restart) {
            entry.addProperty("restart", true);
        }
        entries.add(entry);
        walks.add(walk);
    }

    /** The kernel entry is over: notes it as one that no step caused. */
    void endInterrupt() {
        JsonObject entry = new JsonObject();
        entry.addProperty("interrupt", true);
        entry.add("path", functions);
        entries.add(entry);
        walks.add(walk);
    }

    /** Whether the kernel function of that name was entered in this entry. */
    boolean hasEntered(String function) {
        return functions.contains(new JsonPrimitive(function));
    }

    /**
     * Drops the ticks in which only the controller runs: before the first step those that choose the same thread
     * again, and all after the last one. How long the controller runs before and after the test threads is not
     * recorded.
     */
    static void dropControllerTicks(JsonArray entries) {
        while (!entries.isEmpty() && isTick(entries.get(0))
                && !path(entries.get(0)).contains(new JsonPrimitive("switchLocalFpuOwner"))) {
            entries.remove(0);
        }
        while (!entries.isEmpty() && isTick(entries.get(entries.size() - 1))) {
            entries.remove(entries.size() - 1);
        }
    }

    private static boolean isTick(JsonElement entry) {
        return entry.getAsJsonObject().has("interrupt");
    }

    private static JsonArray path(JsonElement entry) {
        return entry.getAsJsonObject().getAsJsonArray("path");
    }

    JsonArray entries() {
        return entries;
    }

    /** Every point passed in the kernel entry with that number, or in the one that is not over yet. */
    List<String> walk(int entry) {
        return entry < walks.size() ? walks.get(entry) : walk == null ? List.of() : walk;
    }

    @Override
    public void passed(KernelPoint point, boolean outcome, long a, long b, long c, long d) {
        if (functions == null) {
            return;
        }
        if (verbose) {
            long[] operands = {a, b, c, d};
            StringBuilder line = new StringBuilder("  ".repeat(path.depth())).append(point.id());
            if (point.isDecision()) {
                line.append(outcome ? " yes" : " NO");
            }
            for (int i = 0; i < point.operands().size() && i < operands.length; i++) {
                line.append(' ').append(point.operands().get(i).name()).append("=0x")
                        .append(Long.toHexString(operands[i]));
            }
            walk.add(line.toString());
        }
        if (point.kind() == KernelPoint.Kind.ENTRY) {
            String name = point.function().name();
            functions.add(name);
            if (name.equals("fastpath_call") || name.equals("fastpath_reply_recv")) {
                fastpath = name;
            } else if (name.equals("slowpath")) {
                bailed = true;
            } else if (name.equals("preemptionPoint")) {
                interruptions.preemptionPoint();
            }
        } else if (!outcome && (failed == null || point.name().equals("saved_fault")) && isFastpathCheck(point)) {
            // extra capabilities, length and saved fault are one condition in C: the recordings name the fault first
            failed = point.name();
        }
    }
}
