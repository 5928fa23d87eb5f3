package dev.trapwalk.engine.recordings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.kernel.NotModelledException;
import dev.trapwalk.engine.machine.PhysicalMemory;
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
    private String printed;
    private final Set<Long> rootEntries = new HashSet<>();
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

    /**
     * Plays; the differences, none when we did the same.
     *
     * <p>With timer ticks, how much of the controller's time slice earlier scenarios left is not recorded: any amount
     * of it that leads to the recorded entries will do.
     */
    List<Difference> play(KernelConfig config) {
        List<Difference> differences = play(config, config.timeSlice());
        for (int slice = config.timeSlice() - 1; ticks && slice > 0 && !differences.isEmpty(); slice--) {
            List<Difference> others = play(config, slice);
            differences = others.size() < differences.size() ? others : differences;
        }
        return differences;
    }

    private List<Difference> play(KernelConfig config, int controllerSlice) {
        List<Difference> differences = new ArrayList<>();
        try {
            entered.clear();
            machine = Machine.boot(config);
            interruptions = new Interruptions(machine, recordedTrace);
            trace = new Trace(machine.kernel().path(), interruptions, verbose);
            setUp = new SetUp(machine, harness, scenario, ext);
            setUp.build();
            if (ext) {
                VSpaceState.entries(machine.memory(), rootVSpace(), 39, 256, rootEntries);
            }
            stubs = new Stubs(machine, harness, scenario);
            machine.setUserCode(stubs);
            Tcb.TIME_SLICE.set(machine.memory(), machine.rootTask().tcb(), controllerSlice);
            StringBuilder console = new StringBuilder();
            machine.kernel().setConsole(character -> console.append((char) character));
            trace.attach();
            run();
            printed = console.toString();
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
            boolean controller = kernel.globals().curThread() == machine.rootTask().tcb();
            int stub = stubs.stubOf(machine.instructionPointer());
            boolean pure = stubs.isPure(machine.instructionPointer());
            if (!stubs.spins(machine.instructionPointer())) {
                interruptions.before(trace.entries().size());
            }
            trace.begin();
            Machine.Step step = machine.step();
            if (step == Machine.Step.INTERRUPT || step == Machine.Step.KERNEL && !controller && stub < 0) {
                endInterrupt();
            } else if (step == Machine.Step.KERNEL && !controller || step == Machine.Step.USER && stub >= 0 && !pure) {
                // a load or store that does not fault is noted too, with an empty path
                trace.end(threads.get(stub).getAsJsonObject().get("name").getAsString(), stubs.index(stub),
                        isRestart(stub));
            }
        }
        kernel.path().detach();
        if (ticks) {
            Trace.dropControllerTicks(trace.entries());
        }
    }

    /** Entries that no step caused are noted in the extension set only, and of mere timer ticks those that matter. */
    private void endInterrupt() {
        if (ext && (!ticks || trace.hasEntered("chooseThread"))) {
            trace.endInterrupt();
        }
    }

    private boolean isRestart(int stub) {
        int index = stubs.index(stub);
        boolean again = entered.stream().anyMatch(entry -> entry[0] == stub && entry[1] == index);
        entered.add(new int[] {stub, index});
        return again;
    }

    private void compare(List<Difference> differences) {
        JsonArray expected = recorded.getAsJsonArray("syscalls");
        for (JsonElement element : expected) {
            JsonObject out = element.getAsJsonObject().getAsJsonObject("out");
            if (out.get("info").isJsonObject()) {
                out.add("info", out.getAsJsonObject("info").get("raw"));
            }
        }
        removeForeignPorts(expected);
        removeForeignPorts(stubs.syscalls());
        compareSteps("syscall", expected, stubs.syscalls(), differences);
        Difference.compare("incomplete", recorded.get("incomplete"), stubs.incomplete(), differences);
        if (recorded.has("console") && !recorded.get("console").getAsString().equals(printed)) {
            differences.add(new Difference("console", recorded.get("console").getAsString(), printed));
        }
        if (recordedTrace != null) {
            if (ticks) {
                Trace.dropControllerTicks(recordedTrace);
            }
            compareSteps("trace", recordedTrace, trace.entries(), differences);
        }
        Names names = new Names(scenario, setUp.addresses(), SetUp.rootCNode());
        harness.nameSpecials(names, ext);
        FinalState state = new FinalState(machine.memory(), names, ext);
        JsonObject decoded = state.decode();
        if (ext) {
            new VSpaceState(machine.memory(), names, rootVSpace(), rootEntries).decode(decoded);
            new SystemState(machine.memory(), machine.kernel().devices().ioapic(), state.caps()).decode(decoded);
        }
        if (ticks) {
            decoded.getAsJsonObject("threads").entrySet()
                    .forEach(thread -> thread.getValue().getAsJsonObject().remove("regs"));
        }
        JsonObject expectedState = recorded.getAsJsonObject("final");
        for (String part : expectedState.keySet()) {
            removeProcessorBits(expectedState.get(part));
            Difference.compare("final." + part, expectedState.get(part), decoded.get(part), differences);
        }
    }

    private static long rootVSpace() {
        return PhysicalMemory.pptr(MemoryMap.ROOT_VSPACE);
    }

    /**
     * What other ports than those of the serial port and the timer read as is the emulator's, says the recordings'
     * README.
     */
    private void removeForeignPorts(JsonArray results) {
        for (JsonElement element : results) {
            JsonObject result = element.getAsJsonObject();
            JsonObject step = stubs.step(result.get("thread").getAsString(), result.get("index").getAsInt());
            if (step != null && step.has("info") && step.get("info").toString().contains("\"X86IOPortIn")
                    && step.getAsJsonArray("mr").size() > 0) {
                long port = Recordings.word(step.getAsJsonArray("mr").get(0)) & 0xffff;
                if ((port < 0x40 || port > 0x43) && (port < 0x2f8 || port > 0x2ff)) {
                    result.getAsJsonObject("out").getAsJsonArray("mr").set(0, JsonNull.INSTANCE);
                }
            }
        }
    }

    /** Accessed and dirty bits are the emulator's: the recordings' README says not to compare them. */
    private static void removeProcessorBits(JsonElement element) {
        if (element.isJsonObject()) {
            if (element.getAsJsonObject().has("level") && element.getAsJsonObject().has("flags")) {
                element.getAsJsonObject().remove("hw");
            }
            element.getAsJsonObject().entrySet().forEach(entry -> removeProcessorBits(entry.getValue()));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(Player::removeProcessorBits);
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

    /** Memory of the machine that played. */
    PhysicalMemory memory() {
        return machine.memory();
    }

    /** The scenario's name. */
    String name() {
        return scenario.get("name").getAsString();
    }


    /** Configuration of the kernel that a recording was made with; a file's name tells its number of domains. */
    static KernelConfig configOf(String fileName, JsonObject line) {
        JsonObject scenario = line.getAsJsonObject("scenario");
        boolean domains = fileName.contains("domain");
        boolean ticks = line.getAsJsonObject("result").getAsJsonObject("final").getAsJsonObject("threads").entrySet()
                .stream().noneMatch(thread -> thread.getValue().getAsJsonObject().has("regs"));
        boolean debug = scenario.has("config") && scenario.get("config").getAsString().equals("debug");
        return KernelConfig.REFERENCE.withNumDomains(domains ? 4 : 1).withTimerTickMs(ticks ? 1 : 0)
                .withDebugBuild(debug);
    }
}
