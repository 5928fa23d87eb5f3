package dev.trapwalk.engine.recordings;

import java.util.HashMap;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;

/**
 * Builds a scenario of the recordings as the harness's controller did: by real invocations of the root task, in the
 * order that the recordings' README tells.
 */
final class SetUp {

    private static final int ARENA_BITS = 21;
    private static final int ARENA_BITS_EXT = 24;
    private static final int DEVICE_BITS = 32;
    private static final long[] NO_CAPS = {};
    private static final int USER_REGISTERS = 20;
    private static final long FLAGS = 0x202;

    private final Machine machine;
    private final RootTask root;
    private final Harness harness;
    private final JsonObject scenario;
    private final boolean ext;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();
    private final Map<String, Integer> radix = new HashMap<>();

    SetUp(Machine machine, Harness harness, JsonObject scenario, boolean ext) {
        this.machine = machine;
        this.root = machine.rootTask();
        this.harness = harness;
        this.scenario = scenario;
        this.ext = ext;
    }

    /** Kernel window address of each object that the set-up made. */
    Map<String, Long> addresses() {
        return addresses;
    }

    /** Makes objects, capabilities and threads; afterwards the controller still runs and the ready threads wait. */
    void build() {
        ok(root.retype(RootSlots.firstUntyped(), ObjectType.UNTYPED, ext ? ARENA_BITS_EXT : ARENA_BITS,
                Harness.ARENA_SLOT, 1), "arena");
        if (ext) {
            reservePorts(0xf4, 0xf7, Harness.ARENA_SLOT + 1);
            reservePorts(0xcf8, 0xcff, Harness.ARENA_SLOT + 2);
        }
        int index = 0;
        for (JsonElement element : scenario.getAsJsonArray("objects")) {
            create(element.getAsJsonObject(), Harness.ORIGINALS + index++);
        }
        for (JsonElement element : scenario.getAsJsonArray("caps")) {
            capability(element.getAsJsonObject());
        }
        JsonArray threads = scenario.getAsJsonArray("threads");
        for (int i = 0; i < threads.size(); i++) {
            configure(threads.get(i).getAsJsonObject(), i);
        }
        for (int i = threads.size() - 1; i >= 0; i--) {
            JsonObject thread = threads.get(i).getAsJsonObject();
            if (!thread.has("suspended") || !thread.get("suspended").getAsBoolean()) {
                ok(root.call(tcb(thread), InvocationLabel.TCB_RESUME, NO_CAPS), "resume");
            }
        }
        machine.memory().write(KernelGlobals.KS_WORK_UNITS_COMPLETED, 0);
    }

    private void reservePorts(int first, int last, int slot) {
        ok(root.call(RootSlots.IO_PORT_CONTROL, InvocationLabel.X86_IO_PORT_CONTROL_ISSUE,
                new long[] {RootSlots.CNODE}, first, last, slot, RootTask.DEPTH), "io ports");
    }

    private void create(JsonObject object, int slot) {
        String name = object.get("name").getAsString();
        String type = object.get("type").getAsString();
        int bits = object.has("size_bits") ? object.get("size_bits").getAsInt() : 0;
        slots.put(name, slot);
        ObjectType made = switch (type) {
            case "untyped", "device_untyped" -> ObjectType.UNTYPED;
            case "tcb" -> ObjectType.TCB;
            case "endpoint" -> ObjectType.ENDPOINT;
            case "notification" -> ObjectType.NOTIFICATION;
            case "cnode" -> ObjectType.CNODE;
            case "frame4k" -> ObjectType.PAGE_4K;
            case "large2m" -> ObjectType.LARGE_PAGE;
            case "huge1g" -> ObjectType.HUGE_PAGE;
            case "vspace" -> ObjectType.PML4;
            case "page_table" -> ObjectType.PAGE_TABLE;
            case "page_directory" -> ObjectType.PAGE_DIRECTORY;
            case "pdpt" -> ObjectType.PDPT;
            default -> null;
        };
        if (made == null) {
            slots.put(name, special(object, type));
            return;
        }
        radix.put(name, bits);
        int source = type.equals("device_untyped") ? deviceSlot()
                : object.has("from") ? slots.get(object.get("from").getAsString()) : Harness.ARENA_SLOT;
        ok(root.retype(source, made, bits, slot, 1), "retype " + name);
        if (type.equals("vspace")) {
            ok(root.call(RootSlots.ASID_POOL, InvocationLabel.X86_ASID_POOL_ASSIGN, new long[] {slot}), "asid");
        }
        addresses.put(name, address(slot));
    }

    private int special(JsonObject object, String type) {
        return switch (type) {
            case "root_vspace" -> RootSlots.VSPACE;
            case "domain_cap" -> RootSlots.DOMAIN;
            case "asid_pool" -> RootSlots.ASID_POOL;
            case "asid_control" -> RootSlots.ASID_CONTROL;
            case "irq_control" -> RootSlots.IRQ_CONTROL;
            case "io_port_control" -> RootSlots.IO_PORT_CONTROL;
            case "ipcbuf_frame" ->
                RootSlots.imageFrame(harness.ofThread(object.get("thread").getAsInt(), "ipc_buffer"));
            default -> throw new IllegalArgumentException("object type " + type);
        };
    }

    private int deviceSlot() {
        Cap cap = new Cap();
        for (int slot = RootSlots.firstUntyped();; slot++) {
            cap.load(machine.memory(), rootSlot(slot));
            if (UntypedCap.BLOCK_SIZE.get(cap) == DEVICE_BITS && UntypedCap.IS_DEVICE.isSet(cap)) {
                return slot;
            }
        }
    }

    private void capability(JsonObject spec) {
        String cnode = spec.get("cnode").getAsString();
        String op = spec.has("op") ? spec.get("op").getAsString() : "copy";
        InvocationLabel label = switch (op) {
            case "mint" -> InvocationLabel.CNODE_MINT;
            case "move" -> InvocationLabel.CNODE_MOVE;
            case "mutate" -> InvocationLabel.CNODE_MUTATE;
            default -> InvocationLabel.CNODE_COPY;
        };
        long sourceRoot = RootSlots.CNODE;
        long sourceIndex;
        long sourceDepth = RootTask.DEPTH;
        if (spec.has("src")) {
            JsonObject source = spec.getAsJsonObject("src");
            String from = source.get("cnode").getAsString();
            sourceRoot = slots.get(from);
            sourceIndex = source.get("slot").getAsLong();
            sourceDepth = radix.get(from);
        } else {
            sourceIndex = slots.get(spec.get("object").getAsString());
        }
        long data = spec.has("guard_size")
                ? Recordings.word(spec.get("guard")) << 6 | spec.get("guard_size").getAsLong()
                : spec.has("badge") ? Recordings.word(spec.get("badge")) : 0;
        long[] caps = {sourceRoot};
        long slot = spec.get("slot").getAsLong();
        long depth = radix.get(cnode);
        long target = slots.get(cnode);
        SyscallError error = switch (label) {
            case CNODE_MINT ->
                root.call(target, label, caps, slot, depth, sourceIndex, sourceDepth, rights(spec), data);
            case CNODE_MOVE -> root.call(target, label, caps, slot, depth, sourceIndex, sourceDepth);
            case CNODE_MUTATE -> root.call(target, label, caps, slot, depth, sourceIndex, sourceDepth, data);
            default -> root.call(target, label, caps, slot, depth, sourceIndex, sourceDepth, rights(spec));
        };
        ok(error, op + " to " + cnode + "[" + slot + "]");
    }

    private static long rights(JsonObject spec) {
        if (!spec.has("rights")) {
            return 15;
        }
        if (spec.getAsJsonPrimitive("rights").isNumber()) {
            return spec.get("rights").getAsLong();
        }
        long bits = 0;
        for (char letter : spec.get("rights").getAsString().toCharArray()) {
            bits |= 1L << "WRGP".indexOf(letter);
        }
        return bits;
    }

    private void configure(JsonObject thread, int index) {
        long tcb = tcb(thread);
        long buffer = harness.ofThread(index, "ipc_buffer");
        boolean hasBuffer = thread.get("ipc_buffer").getAsBoolean();
        long cspaceData = Recordings.word(thread.get("cspace_guard")) << 6
                | thread.get("cspace_guard_size").getAsLong();
        ok(root.call(tcb, InvocationLabel.TCB_CONFIGURE,
                new long[] {slots.get(thread.get("cspace").getAsString()), RootSlots.VSPACE,
                    hasBuffer ? RootSlots.imageFrame(buffer) : 0},
                Recordings.word(thread.get("fault_ep")), cspaceData, 0, hasBuffer ? buffer : 0), "configure");
        ok(root.call(tcb, InvocationLabel.TCB_SET_SCHED_PARAMS, new long[] {RootSlots.TCB},
                thread.get("mcp").getAsLong(), thread.get("prio").getAsLong()), "scheduling parameters");
        if (thread.has("bound_ntfn") && !thread.get("bound_ntfn").isJsonNull()) {
            ok(root.call(tcb, InvocationLabel.TCB_BIND_NOTIFICATION,
                    new long[] {slots.get(thread.get("bound_ntfn").getAsString())}), "bind notification");
        }
        long[] message = new long[2 + USER_REGISTERS];
        message[1] = USER_REGISTERS;
        message[2] = harness.threadEntry();
        message[3] = harness.ofThread(index, "initial_saved_rsp");
        message[4] = FLAGS;
        message[10] = index;
        ok(root.call(tcb, InvocationLabel.TCB_WRITE_REGISTERS, NO_CAPS, message), "write registers");
    }

    private long tcb(JsonObject thread) {
        return slots.get(thread.get("tcb").getAsString());
    }

    private static long rootSlot(int slot) {
        return rootCNode() + (long) slot * Cte.BYTES;
    }

    static long rootCNode() {
        return PhysicalMemory.pptr(MemoryMap.rootCNode(16));
    }

    /** The object that the capability in a slot of the root CNode stands for; of a TCB the start of its block. */
    private long address(int slot) {
        Cap cap = new Cap().load(machine.memory(), rootSlot(slot));
        BitField pointer = switch (cap.type()) {
            case UNTYPED -> UntypedCap.PTR;
            case ENDPOINT -> EndpointCap.PTR;
            case NOTIFICATION -> NotificationCap.PTR;
            case CNODE -> CNodeCap.PTR;
            case THREAD -> ThreadCap.PTR;
            case FRAME -> FrameCap.BASE_PTR;
            case PAGE_TABLE -> PageTableCap.BASE_PTR;
            case PAGE_DIRECTORY -> PageDirectoryCap.BASE_PTR;
            case PDPT -> PdptCap.BASE_PTR;
            case PML4 -> Pml4Cap.BASE_PTR;
            case ASID_POOL -> AsidPoolCap.POOL;
            default -> throw new IllegalStateException("no object behind a " + cap.type());
        };
        long address = pointer.get(cap);
        return cap.type() == dev.trapwalk.engine.object.CapType.THREAD ? address - Tcb.TCB_OFFSET : address;
    }

    private static void ok(SyscallError error, String what) {
        if (error != SyscallError.NO_ERROR) {
            throw new IllegalStateException("set-up: " + what + ": " + error);
        }
    }
}
