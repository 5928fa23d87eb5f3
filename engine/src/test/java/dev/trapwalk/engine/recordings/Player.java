package dev.trapwalk.engine.recordings;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.object.Tcb;

/** Plays one recorded scenario on our machine and says in what it differs from the recording. */
final class Player {

    private static final int MOST_STEPS = 2_000_000;

    private final Harness harness;
    private final JsonObject scenario;
    private final JsonObject recorded;
    private final JsonArray recordedTrace;
    private final boolean ext;
    private final boolean ticks;
    private final boolean verbose;
    private Trace trace;
    private Stubs stubs;
    private SetUp setUp;
    private Machine machine;
    private Interruptions interruptions;
    private final List<int[]> entered = new ArrayList<>();

    /** @param verbose whether to keep every point passed */
    Player(Harness harness, JsonObject line, boolean verbose) {
        this.harness = harness;
        this.scenario = line.getAsJsonObject("scenario");
        this.recorded = line.getAsJsonObject("result");
        this.recordedTrace = line.getAsJsonArray("trace");
        this.ext = recorded.getAsJsonObject("final").has("asids");
        this.ticks = recorded.getAsJsonObject("final").getAsJsonObject("threads").entrySet().stream()
                .noneMatch(thread -> thread.getValue().getAsJsonObject().has("regs"));
        this.verbose = verbose;
    }

    /** Plays; the differences, none when we did the same. */
    List<Difference> play(KernelConfig config) {
        List<Difference> differences = new ArrayList<>();
        try {
            machine = Machine.boot(config);
            trace = new Trace(machine.kernel().path(), verbose);
            setUp = new SetUp(machine, harness, scenario, ext);
            setUp.build();
            stubs = new Stubs(machine, harness, scenario);
            machine.setUserCode(stubs);
            interruptions = new Interruptions(machine, recordedTrace);
            trace.attach(interruptions);
            run();
        } catch (NotModelledException e) {
            differences.add(new Difference("not modelled", "", e.getMessage()));
            return differences;
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] stack = e.getStackTrace();
            differences.add(new Difference("exception", "", e + " at "
                    + (stack.length > 0 ? stack[0] + " < " + (stack.length > 1 ? stack[1] : "") : "")));
            return differences;
        }
        compare(differences);
        return differences;
    }

    private void run() {
        Kernel kernel = machine.kernel();
        machine.rootTask().call(RootSlots.TCB, InvocationLabel.TCB_SET_PRIORITY, new long[] {RootSlots.TCB}, 0);
        JsonArray threads = scenario.getAsJsonArray("threads");
        for (int steps = 0; !stubs.finished(); steps++) {
            if (steps == MOST_STEPS) {
                throw new IllegalStateException("still running after " + MOST_STEPS + " steps");
            }
            long current = kernel.globals().curThread();
            int thread = threadOf(threads, current);
            boolean inStep = stubs.isStep(machine.instructionPointer());
            interruptions.before(trace.entries().size());
            trace.begin();
            Machine.Step step = machine.step();
            if (step == Machine.Step.INTERRUPT) {
                trace.endInterrupt();
            } else if (step == Machine.Step.KERNEL && current != machine.rootTask().tcb()) {
                if (thread >= 0 && inStep) {
                    trace.end(threads.get(thread).getAsJsonObject().get("name").getAsString(), stubs.index(thread),
                            isRestart(thread));
                } else {
                    trace.endInterrupt();
                }
            }
        }
        kernel.path().detach();
    }

    private boolean isRestart(int thread) {
        int index = stubs.index(thread);
        boolean again = entered.stream().anyMatch(entry -> entry[0] == thread && entry[1] == index);
        entered.add(new int[] {thread, index});
        return again;
    }

    private int threadOf(JsonArray threads, long tcb) {
        for (int i = 0; i < threads.size(); i++) {
            Long address = setUp.addresses().get(threads.get(i).getAsJsonObject().get("tcb").getAsString());
            if (address != null && address + Tcb.TCB_OFFSET == tcb) {
                return i;
            }
        }
        return -1;
    }

    private void compare(List<Difference> differences) {
        JsonArray expected = recorded.getAsJsonArray("syscalls");
        for (JsonElement element : expected) {
            JsonObject out = element.getAsJsonObject().getAsJsonObject("out");
            if (out.get("info").isJsonObject()) {
                out.add("info", out.getAsJsonObject("info").get("raw"));
            }
        }
        compareSteps("syscall", expected, stubs.syscalls(), differences);
        Difference.compare("incomplete", recorded.get("incomplete"), stubs.incomplete(), differences);
        if (recordedTrace != null) {
            compareSteps("trace", recordedTrace, trace.entries(), differences);
        }
        Names names = new Names(scenario, setUp.addresses(), SetUp.rootCNode());
        harness.nameSpecials(names, ext);
        JsonObject decoded = new FinalState(machine.memory(), names, ext).decode();
        if (ticks) {
            decoded.getAsJsonObject("threads").entrySet()
                    .forEach(thread -> thread.getValue().getAsJsonObject().remove("regs"));
        }
        for (String part : List.of("threads", "endpoints", "notifications", "cnodes")) {
            Difference.compare("final." + part, recorded.getAsJsonObject("final").get(part), decoded.get(part),
                    differences);
        }
    }

    private static void compareSteps(String kind, JsonArray expected, JsonArray got, List<Difference> differences) {
        for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
            JsonObject a = i < expected.size() ? expected.get(i).getAsJsonObject() : null;
            JsonObject b = i < got.size() ? got.get(i).getAsJsonObject() : null;
            JsonObject named = a != null ? a : b;
            String step = kind + "[" + i + "]" + (named.has("thread")
                    ? "(" + named.get("thread").getAsString() + "#" + named.get("index").getAsString() + ")" : "");
            Difference.compare(step, a, b, differences);
        }
    }

    /** Every point passed in the kernel entry that a difference is about, else in the last one. */
    List<String> walkOf(Difference difference) {
        if (trace == null) {
            return List.of();
        }
        int entry = trace.entries().size();
        String field = difference.field();
        if (field.startsWith("trace[")) {
            entry = Integer.parseInt(field.substring(6, field.indexOf(']')));
        } else if (field.startsWith("syscall[")) {
            entry = lastEntryOf(field);
        } else if (!field.startsWith("not modelled") && !field.startsWith("exception")) {
            entry--;
        }
        return trace.walk(Math.max(0, entry));
    }

    private int lastEntryOf(String field) {
        for (int i = trace.entries().size() - 1; i >= 0; i--) {
            JsonObject entry = trace.entries().get(i).getAsJsonObject();
            if (entry.has("thread") && field.contains("(" + entry.get("thread").getAsString() + "#"
                    + entry.get("index").getAsString() + ")")) {
                return i;
            }
        }
        return 0;
    }

    /** The scenario's name. */
    String name() {
        return scenario.get("name").getAsString();
    }


    /** Configuration of the kernel that a recording was made with; a file's name tells its number of domains. */
    static KernelConfig configOf(String fileName, JsonObject line) {
        JsonObject scenario = line.getAsJsonObject("scenario");
        boolean domains = fileName.contains("domain") || scenario.get("name").getAsString().startsWith("dom");
        boolean ticks = line.getAsJsonObject("result").getAsJsonObject("final").getAsJsonObject("threads").entrySet()
                .stream().noneMatch(thread -> thread.getValue().getAsJsonObject().has("regs"));
        boolean debug = scenario.has("config") && scenario.get("config").getAsString().equals("debug");
        return KernelConfig.REFERENCE.withNumDomains(domains ? 4 : 1).withTimerTickMs(ticks ? 1 : 0)
                .withDebugBuild(debug);
    }
}
