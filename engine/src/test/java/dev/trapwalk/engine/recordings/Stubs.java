package dev.trapwalk.engine.recordings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.machine.UserCode;
import dev.trapwalk.engine.machine.UserMode;

/**
 * The user-mode side of the recordings: per test thread a stub that fills the IPC buffer, loads all registers,
 * executes the step's instruction and notes what it sees afterwards; and the controller, which waits until nobody
 * else can run.
 */
final class Stubs implements UserCode {

    private static final int BUFFER_WORDS = 128;
    private static final Register[] GENERAL = {Register.RAX, Register.RBX, Register.RBP, Register.R12, Register.R13,
        Register.R14, Register.RDX};
    private static final int YIELDS = 64;
    private static final int SPIN_NS = 2;
    /** Where a stub that has saved all registers calls the code that puts them away. */
    private static final int PUSH_OFFSET = 0x77;

    private enum Operation { ENTRY, SYSCALL, TOUCH, UD, STORE, SPIN, EXEC, AFTER, PUSH }

    private record Place(int stub, Operation operation) {
    }

    /** What a stub remembers between its instructions; the harness keeps this in memory that no test touches. */
    private final class Stub {
        private final int number;
        private final String name;
        private final JsonArray program;
        private final long buffer;
        private final long[] before = new long[BUFFER_WORDS];
        private final long[] loaded = new long[GENERAL.length];
        private int index = -1;
        private int start;
        private boolean running;

        Stub(int number, JsonObject thread) {
            this.number = number;
            this.name = thread.get("name").getAsString();
            this.program = thread.getAsJsonArray("program");
            this.buffer = Harness.imageFrame(harness.ofThread(number, "ipc_buffer"));
        }
    }

    private final PhysicalMemory memory;
    private final Harness harness;
    private final long controllerTcb;
    private final StepLoader loader;
    private final LongSupplier currentThread;
    private final List<Stub> stubs = new ArrayList<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final JsonArray syscalls = new JsonArray();
    private int events;
    private long spin;
    private int yields;
    private boolean spun;
    private boolean finished;
    private int jumping = -1;
    private long jumpTarget;

    Stubs(Machine machine, Harness harness, JsonObject scenario) {
        this.memory = machine.memory();
        this.harness = harness;
        this.loader = new StepLoader(harness);
        this.controllerTcb = machine.rootTask().tcb();
        this.currentThread = machine.kernel().globals()::curThread;
        this.spin = scenario.has("controller_spin") ? scenario.get("controller_spin").getAsLong() : 0;
        JsonArray threads = scenario.getAsJsonArray("threads");
        for (int i = 0; i < threads.size(); i++) {
            stubs.add(new Stub(i, threads.get(i).getAsJsonObject()));
            place(i, harness.ofThread(i, "syscall_insn"), Operation.SYSCALL);
            place(i, harness.ofThread(i, "after_syscall"), Operation.AFTER);
            place(i, harness.ofThread(i, "after_syscall") + PUSH_OFFSET, Operation.PUSH);
            place(i, harness.ofThread(i, "touch_insn"), Operation.TOUCH);
            place(i, harness.ofThread(i, "after_touch"), Operation.AFTER);
            place(i, harness.ofThread(i, "ud2_insn"), Operation.UD);
            place(i, harness.ofThread(i, "after_ud2"), Operation.AFTER);
            place(i, harness.stub(i, "store"), Operation.STORE);
            place(i, harness.stub(i, "store") + 3, Operation.AFTER);
            place(i, harness.stub(i, "spin"), Operation.SPIN);
            place(i, harness.stub(i, "exec"), Operation.EXEC);
        }
        place(-1, harness.threadEntry(), Operation.ENTRY);
    }

    private void place(int stub, long address, Operation operation) {
        places.put(address, new Place(stub, operation));
    }

    /** Whether the controller has come to its end: the scenario is over. */
    boolean finished() {
        return finished;
    }

    /** Results of the steps that returned, in order of return. */
    JsonArray syscalls() {
        return syscalls;
    }

    /** Steps that were started and never returned. */
    JsonArray incomplete() {
        JsonArray json = new JsonArray();
        stubs.stream().filter(stub -> stub.running).sorted((a, b) -> a.start - b.start).forEach(stub -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("thread", stub.name);
            entry.addProperty("index", stub.index);
            entry.addProperty("start", stub.start);
            json.add(entry);
        });
        return json;
    }

    /** A step of a thread's program, or null. */
    JsonObject step(String thread, int index) {
        for (Stub stub : stubs) {
            if (stub.name.equals(thread) && index >= 0 && index < stub.program.size()) {
                return stub.program.get(index).getAsJsonObject();
            }
        }
        return null;
    }

    /** Step that the stub of a thread is at; -1 before its first. */
    int index(int thread) {
        return stubs.get(thread).index;
    }

    /** Number of the stub to which a step's instruction at that address belongs, its jump's target included, or -1. */
    int stubOf(long address) {
        Place place = places.get(address);
        if (place == null) {
            return jumping >= 0 && address == jumpTarget ? jumping : -1;
        }
        return switch (place.operation()) {
            case AFTER, PUSH, ENTRY -> -1;
            default -> place.stub();
        };
    }

    /** Whether the instruction at an address touches no memory: a delay or a jump. */
    boolean isPure(long address) {
        Place place = places.get(address);
        return place != null && (place.operation() == Operation.SPIN || place.operation() == Operation.EXEC);
    }

    /** Whether the code at an address computes for a while, or is about to: a timer may run out by itself there. */
    boolean spins(long address) {
        Place place = places.get(address);
        if (place == null || place.stub() < 0 || place.operation() == Operation.SPIN) {
            return place != null && place.stub() >= 0;
        }
        Stub stub = stubs.get(place.stub());
        int next = stubOf(address) < 0 ? stub.index + 1 : stub.index;
        if (next < 0 || next >= stub.program.size()) {
            return false;
        }
        JsonObject step = stub.program.get(next).getAsJsonObject();
        return step.has("op") && step.get("op").getAsString().equals("spin");
    }

    @Override
    public boolean execute(UserMode user) {
        if (currentThread.getAsLong() == controllerTcb) {
            control(user);
            return true;
        }
        Place place = places.get(user.rip());
        if (place == null) {
            return false;
        }
        switch (place.operation()) {
            case ENTRY -> enter(user);
            case SYSCALL -> user.syscall();
            case TOUCH -> touch(user);
            case UD -> user.raise(UserMode.INVALID_OPCODE, 0);
            case STORE -> store(user);
            case SPIN -> spin(user, stubs.get(place.stub()));
            case EXEC -> {
                jumping = place.stub();
                jumpTarget = user.get(Register.RDI);
                user.jump(jumpTarget);
            }
            case AFTER -> finish(user, stubs.get(place.stub()));
            case PUSH -> user.store(user.get(Register.RSP) - 8, 0);
            default -> throw new IllegalStateException();
        }
        return true;
    }

    private void enter(UserMode user) {
        long thread = user.get(Register.RDI);
        if (thread >= 0 && thread < stubs.size()) {
            prepare(user, stubs.get((int) thread));
        } else {
            user.raise(UserMode.INVALID_OPCODE, 0);
        }
    }

    private void touch(UserMode user) {
        long address = user.get(Register.RDI);
        if (user.canLoad(address)) {
            user.set(Register.RAX, user.load(address));
            user.jump(user.rip() + 3);
        }
    }

    private void store(UserMode user) {
        if (user.store(user.get(Register.RDI), user.get(Register.RAX))) {
            user.jump(user.rip() + 3);
        }
    }

    private void spin(UserMode user, Stub stub) {
        long left = user.spin(user.get(Register.RDI), SPIN_NS);
        user.set(Register.RDI, left);
        if (left == 0) {
            user.jump(harness.ofThread(stub.number, "after_syscall"));
        }
    }

    private void prepare(UserMode user, Stub stub) {
        stub.index++;
        if (stub.index >= stub.program.size()) {
            throw new IllegalStateException(stub.name + " ran off the end of its program");
        }
        JsonObject step = stub.program.get(stub.index).getAsJsonObject();
        loader.fillBuffer(step, stub.before);
        for (int i = 0; i < BUFFER_WORDS; i++) {
            memory.write(stub.buffer + 8L * i, stub.before[i]);
        }
        loader.loadRegisters(user, stub.number, step);
        for (int i = 0; i < GENERAL.length; i++) {
            stub.loaded[i] = user.get(GENERAL[i]);
        }
        stub.start = events++;
        stub.running = true;
    }

    /** A stub whose thread never began has no stack to go back to: its first push faults. */
    private void finish(UserMode user, Stub stub) {
        if (stub.index < 0) {
            user.set(Register.RSP, 0);
            user.jump(harness.ofThread(stub.number, "after_syscall") + PUSH_OFFSET);
            return;
        }
        JsonObject result = new JsonObject();
        result.addProperty("thread", stub.name);
        result.addProperty("index", stub.index);
        result.addProperty("start", stub.start);
        result.addProperty("end", events++);
        JsonObject out = new JsonObject();
        CapDecoder.hex(out, "badge", user.get(Register.RDI));
        CapDecoder.hex(out, "info", user.get(Register.RSI));
        JsonArray mr = new JsonArray();
        for (int i = 0; i < Register.MESSAGE_REGISTERS; i++) {
            mr.add("0x" + Long.toHexString(user.get(Register.message(i))));
        }
        out.add("mr", mr);
        JsonObject words = new JsonObject();
        for (int i = 0; i < BUFFER_WORDS; i++) {
            long word = memory.read(stub.buffer + 8L * i);
            if (word != stub.before[i]) {
                CapDecoder.hex(words, Integer.toString(i), word);
            }
        }
        out.add("ipcbuf", words);
        JsonObject others = new JsonObject();
        for (int i = 0; i < GENERAL.length; i++) {
            if (user.get(GENERAL[i]) != stub.loaded[i]) {
                CapDecoder.hex(others, GENERAL[i].name().toLowerCase(), user.get(GENERAL[i]));
            }
        }
        if (others.size() > 0) {
            out.add("other_regs", others);
        }
        CapDecoder.hex(out, "rcx", user.get(Register.RCX));
        CapDecoder.hex(out, "r11", user.get(Register.R11));
        CapDecoder.hex(out, "rsp", user.get(Register.RSP));
        result.add("out", out);
        syscalls.add(result);
        stub.running = false;
        prepare(user, stub);
    }

    /** The controller: yields 64 times, burns its spin and yields again, then the scenario is over. */
    private void control(UserMode user) {
        if (yields < YIELDS) {
            yields++;
            user.jump(RootTask.SYSCALL_INSTRUCTION);
            user.set(Register.RDX, Syscall.YIELD.number());
            user.syscall();
        } else if (spin > 0) {
            spin = user.spin(spin, SPIN_NS);
            spun = true;
        } else if (spun) {
            spun = false;
            yields = 0;
        } else {
            finished = true;
        }
    }
}
