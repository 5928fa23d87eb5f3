package dev.trapwalk.engine.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.LookupFault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;

/**
 * Decodes the kernel objects of a scenario from memory words alone, with the layouts of the {@code object} package,
 * into the form of the recordings' {@code final}. It serves our engine's memory and a dump of the real kernel's.
 */
final class FinalState {

    static final String[] TCB_SLOTS = {"ctable", "vtable", "reply", "caller", "buffer"};
    private static final String[] ENDPOINT_STATES = {"Idle", "Send", "Recv"};
    private static final String[] NOTIFICATION_STATES = {"Idle", "Waiting", "Active"};
    private static final String[] FAULTS = {null, "CapFault", "UnknownSyscall", "UserException", null, "VMFault"};
    private static final String[] LOOKUPS = {"InvalidRoot", "MissingCapability", "DepthMismatch", "GuardMismatch"};
    private static final int LONGEST_QUEUE = 1000;

    private final PhysicalMemory memory;
    private final Names names;
    private final CapDecoder caps;

    FinalState(PhysicalMemory memory, Names names, boolean ext) {
        this.memory = memory;
        this.names = names;
        this.caps = new CapDecoder(memory, names, ext);
    }

    CapDecoder caps() {
        return caps;
    }

    /** Threads, endpoints, notifications and CNodes. */
    JsonObject decode() {
        JsonObject threads = new JsonObject();
        JsonObject endpoints = new JsonObject();
        JsonObject notifications = new JsonObject();
        JsonObject cnodes = new JsonObject();
        for (Names.Placed object : names.all()) {
            switch (object.type()) {
                case "tcb" -> threads.add(names.thread(object.name()), thread(object.address() + Tcb.TCB_OFFSET));
                case "endpoint" -> endpoints.add(object.name(), endpoint(object.address()));
                case "notification" -> notifications.add(object.name(), notification(object.address()));
                case "cnode" -> cnodes.add(object.name(), cnode(object));
                default -> { }
            }
        }
        JsonObject json = new JsonObject();
        json.add("threads", threads);
        json.add("endpoints", endpoints);
        json.add("notifications", notifications);
        json.add("cnodes", cnodes);
        return json;
    }

    private JsonObject thread(long tcb) {
        JsonObject json = new JsonObject();
        ThreadState state = ThreadState.of(Tcb.STATE.get(memory, tcb));
        json.addProperty("state", state.label());
        switch (state) {
            case BLOCKED_ON_RECEIVE, BLOCKED_ON_SEND, BLOCKED_ON_NOTIFICATION ->
                json.addProperty("blocked_on", names.object(Tcb.BLOCKING_OBJECT.get(memory, tcb)));
            default -> { }
        }
        if (state == ThreadState.BLOCKED_ON_SEND) {
            JsonObject send = new JsonObject();
            CapDecoder.hex(send, "badge", Tcb.BLOCKING_BADGE.get(memory, tcb));
            send.addProperty("is_call", Tcb.BLOCKING_IS_CALL.get(memory, tcb));
            send.addProperty("can_grant", Tcb.BLOCKING_CAN_GRANT.get(memory, tcb));
            send.addProperty("can_grant_reply", Tcb.BLOCKING_CAN_GRANT_REPLY.get(memory, tcb));
            json.add("send", send);
        }
        if (state == ThreadState.BLOCKED_ON_RECEIVE) {
            json.addProperty("recv_can_grant", Tcb.BLOCKING_CAN_GRANT.get(memory, tcb));
        }
        json.addProperty("queued", Tcb.QUEUED.get(memory, tcb));
        fault(json, tcb);
        json.addProperty("prio", Tcb.PRIORITY.get(memory, tcb));
        json.addProperty("mcp", Tcb.MCP.get(memory, tcb));
        json.addProperty("domain", Tcb.DOMAIN.get(memory, tcb));
        CapDecoder.hex(json, "fault_handler", Tcb.FAULT_HANDLER.get(memory, tcb));
        CapDecoder.hex(json, "ipc_buffer", Tcb.IPC_BUFFER.get(memory, tcb));
        json.addProperty("flags", Tcb.FLAGS.get(memory, tcb));
        long bound = Tcb.BOUND_NOTIFICATION.get(memory, tcb);
        if (bound != 0) {
            json.addProperty("bound_ntfn", names.object(bound));
        }
        for (int i = 0; i < Tcb.SLOTS; i++) {
            JsonObject cap = caps.decode(Tcb.slot(tcb, i));
            if (cap != null) {
                json.add("cap_" + TCB_SLOTS[i], cap);
            }
        }
        json.add("regs", registers(tcb));
        return json;
    }

    private void fault(JsonObject json, long tcb) {
        int type = (int) Fault.TYPE.get(memory, tcb + Tcb.FAULT);
        if (type == Fault.NULL_FAULT) {
            return;
        }
        JsonObject fault = new JsonObject();
        fault.addProperty("type", FAULTS[type]);
        CapDecoder.hex(fault, "w0", memory.read(tcb + Tcb.FAULT));
        CapDecoder.hex(fault, "w1", memory.read(tcb + Tcb.FAULT + 8));
        if (type == Fault.CAP_FAULT) {
            JsonObject lookup = new JsonObject();
            lookup.addProperty("type", LOOKUPS[(int) LookupFault.TYPE.get(memory, tcb + Tcb.LOOKUP_FAILURE)]);
            CapDecoder.hex(lookup, "w0", memory.read(tcb + Tcb.LOOKUP_FAILURE));
            CapDecoder.hex(lookup, "w1", memory.read(tcb + Tcb.LOOKUP_FAILURE + 8));
            fault.add("lookup", lookup);
            fault.addProperty("in_recv", Fault.IN_RECEIVE_PHASE.get(memory, tcb + Tcb.FAULT));
        }
        json.add("fault", fault);
    }

    private JsonObject registers(long tcb) {
        JsonObject json = new JsonObject();
        for (Register register : Register.values()) {
            String name = switch (register) {
                case NEXT_IP -> "NextIP";
                case FAULT_IP -> "FaultIP";
                case ERROR, CS, SS -> null;
                default -> register.name();
            };
            if (name != null) {
                CapDecoder.hex(json, name, Tcb.register(memory, tcb, register));
            }
        }
        return json;
    }

    private JsonObject endpoint(long endpoint) {
        JsonObject json = new JsonObject();
        json.addProperty("state", ENDPOINT_STATES[(int) Endpoint.STATE.get(memory, endpoint)]);
        JsonArray queue = new JsonArray();
        long tcb = Endpoint.QUEUE_HEAD.get(memory, endpoint);
        for (int i = 0; tcb != 0 && i < LONGEST_QUEUE; i++, tcb = Tcb.EP_NEXT.get(memory, tcb)) {
            queue.add(names.tcb(tcb));
        }
        json.add("queue", queue);
        return json;
    }

    /**
     * The recorder read the pointers of a notification without extending their sign, so that it could name no thread
     * there and follow no queue: it wrote {@code outside(tcb)} for whatever it found. Threads say themselves what
     * they wait on and are bound to.
     */
    private JsonObject notification(long notification) {
        JsonObject json = new JsonObject();
        int state = (int) Notification.STATE.get(memory, notification);
        json.addProperty("state", NOTIFICATION_STATES[state]);
        JsonArray queue = new JsonArray();
        if (Notification.QUEUE_HEAD.isSet(memory, notification)) {
            queue.add("outside(tcb)");
        }
        json.add("queue", queue);
        if (state == Notification.ACTIVE) {
            CapDecoder.hex(json, "badge", Notification.MSG_IDENTIFIER.get(memory, notification));
        }
        if (Notification.BOUND_TCB.isSet(memory, notification)) {
            json.addProperty("bound_tcb", "outside(tcb)");
        }
        return json;
    }

    private JsonObject cnode(Names.Placed cnode) {
        JsonObject json = new JsonObject();
        for (int slot = 0; slot < 1 << cnode.sizeBits(); slot++) {
            JsonObject cap = caps.decode(cnode.address() + (long) slot * Cte.BYTES);
            if (cap != null) {
                json.add(Integer.toString(slot), cap);
            }
        }
        return json;
    }
}
