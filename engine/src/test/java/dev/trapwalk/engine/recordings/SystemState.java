package dev.trapwalk.engine.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Ioapic;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.BitField;

/** Decodes interrupts, IO ports, domains and the work-unit counter into the form of the extension recordings. */
final class SystemState {

    private static final int USER_IRQ_MIN = 16;
    private static final int USER_IRQ_MAX = 123;
    private static final int IRQ_SIGNAL = 1;
    private static final int IRQ_TYPE_IOAPIC = 1;
    private static final BitField IRQ_TYPE = BitField.bits("irqType", 0, 60, 4);
    private static final int PORTS = 1 << 16;

    private final PhysicalMemory memory;
    private final CapDecoder caps;
    private final Ioapic ioapic;

    SystemState(PhysicalMemory memory, Ioapic ioapic, CapDecoder caps) {
        this.memory = memory;
        this.ioapic = ioapic;
        this.caps = caps;
    }

    /** Adds irqs, ioapic, io_ports, domain and work_units. */
    void decode(JsonObject json) {
        JsonObject irqs = new JsonObject();
        for (int irq = USER_IRQ_MIN; irq <= USER_IRQ_MAX; irq++) {
            if (memory.read(KernelGlobals.INT_STATE_IRQ_TABLE + 8L * irq) == IRQ_SIGNAL) {
                irqs.add(Integer.toString(irq), irq(irq));
            }
        }
        json.add("irqs", irqs);
        json.add("ioapic", pins(irqs));
        json.add("io_ports", ports());
        json.add("domain", domain());
        json.addProperty("work_units", memory.read(KernelGlobals.KS_WORK_UNITS_COMPLETED));
    }

    /** The redirection entries of the pins that an issued interrupt comes from. */
    private JsonObject pins(JsonObject irqs) {
        JsonObject json = new JsonObject();
        irqs.entrySet().forEach(irq -> {
            JsonObject hardware = irq.getValue().getAsJsonObject().getAsJsonObject("hw");
            if (hardware.has("pin")) {
                int pin = hardware.get("pin").getAsInt();
                long entry = ioapic.redirection(pin);
                JsonObject fields = new JsonObject();
                fields.addProperty("vector", entry & Ioapic.VECTOR_MASK);
                fields.addProperty("masked", (entry & Ioapic.MASKED) != 0 ? 1 : 0);
                fields.addProperty("level", (entry & Ioapic.LEVEL) != 0 ? 1 : 0);
                fields.addProperty("polarity", (entry & Ioapic.POLARITY_LOW) != 0 ? 1 : 0);
                json.add(Integer.toString(pin), fields);
            }
        });
        return json;
    }

    private JsonObject irq(int irq) {
        JsonObject json = new JsonObject();
        json.addProperty("state", "Signal");
        long word = memory.read(KernelGlobals.X86KS_IRQ_STATE + 8L * irq);
        JsonObject hardware = new JsonObject();
        if (IRQ_TYPE.in(word) == IRQ_TYPE_IOAPIC) {
            hardware.addProperty("type", "ioapic");
            hardware.addProperty("ioapic", word >>> 55 & 31);
            hardware.addProperty("pin", word >>> 50 & 31);
            hardware.addProperty("level", word >>> 49 & 1);
            hardware.addProperty("polarity", word >>> 48 & 1);
            hardware.addProperty("masked", word >>> 47 & 1);
        } else {
            hardware.addProperty("type", "msi");
            hardware.addProperty("bus", word >>> 52 & 255);
            hardware.addProperty("dev", word >>> 47 & 31);
            hardware.addProperty("func", word >>> 44 & 7);
            CapDecoder.hex(hardware, "handle", word & 0xffffffffL);
        }
        json.add("hw", hardware);
        JsonObject notification = caps.decode(KernelGlobals.irqNode(irq));
        if (notification != null) {
            json.add("notification", notification);
        }
        return json;
    }

    private JsonArray ports() {
        JsonArray ranges = new JsonArray();
        int first = -1;
        for (int port = 0; port <= PORTS; port++) {
            boolean taken = port < PORTS && (memory.read(KernelGlobals.X86KS_ALLOCATED_IO_PORTS + (port >>> 6) * 8L)
                    >>> (port & 63) & 1) != 0;
            if (taken && first < 0) {
                first = port;
            } else if (!taken && first >= 0) {
                JsonArray range = new JsonArray();
                range.add(new JsonPrimitive("0x" + Integer.toHexString(first)));
                range.add(new JsonPrimitive("0x" + Integer.toHexString(port - 1)));
                ranges.add(range);
                first = -1;
            }
        }
        return ranges;
    }

    private JsonObject domain() {
        JsonObject json = new JsonObject();
        json.addProperty("current", memory.read(KernelGlobals.KS_CUR_DOMAIN));
        json.addProperty("index", memory.read(KernelGlobals.KS_DOM_SCHEDULE_IDX));
        json.addProperty("start", memory.read(KernelGlobals.KS_DOM_SCHEDULE_START));
        JsonObject schedule = new JsonObject();
        for (int i = 0; i < KernelGlobals.DOM_SCHEDULE_LENGTH; i++) {
            long entry = memory.read(KernelGlobals.KS_DOM_SCHEDULE + 8L * i);
            if (entry != 0) {
                JsonArray slot = new JsonArray();
                slot.add(entry >>> 56);
                slot.add(entry & -1L >>> 8);
                schedule.add(Integer.toString(i), slot);
            }
        }
        json.add("schedule", schedule);
        return json;
    }
}
