package dev.trapwalk.lang.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.capdl.NumberItem;
import dev.trapwalk.lang.capdl.WordValue;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.SymbolicSlot;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes one object: {@code "Endpoint"}, {@code {"CNode": {"size_bits": 12, "slots": [...]}}}. */
final class ObjectJson {
    private final CapdlModel model;
    private final ExportNotes notes;
    private final FillJson fills;
    private final Set<ObjectRef> roots = new HashSet<>();

    ObjectJson(CapdlModel model, ExportNotes notes) {
        this.model = model;
        this.notes = notes;
        this.fills = new FillJson(notes);
        for (ObjectDecl decl : model.objects()) {
            if (decl.is(ObjectType.TCB)) {
                model.containers(decl).forEach(slots -> roots.add(slots.target(SymbolicSlot.VSPACE.number())));
            }
        }
    }

    /** An object with what it holds. */
    JsonElement of(ObjectRef object, JsonArray slots) {
        ObjectDecl decl = object.decl();
        return switch (decl.type()) {
            case EP -> new JsonPrimitive("Endpoint");
            case NOTIFICATION -> new JsonPrimitive("Notification");
            case VCPU -> new JsonPrimitive("VCpu");
            case RTREPLY -> new JsonPrimitive("Reply");
            case SMC -> new JsonPrimitive("ArmSmc");
            case UT -> variant("Untyped", "size_bits", untypedBits(object), "paddr", optional(decl, ParamKey.PADDR));
            case CNODE -> decl.bits() == 0 ? variant("Irq", "slots", slots)
                    : variant("CNode", "size_bits", number(decl, ParamKey.BITS, 8), "slots", slots);
            case TCB -> variant("Tcb", "slots", slots, "extra", thread(decl));
            case IRQ -> variant("Irq", "slots", slots);
            case FRAME -> variant("Frame", "size_bits", new JsonPrimitive(decl.frameBits()), "paddr",
                    optional(decl, ParamKey.PADDR), "init", fills.of(decl.param(ParamKey.FILL)));
            case PT, PD, PDPT, PML4, PUD, PGD -> variant("PageTable", "x86_ept", new JsonPrimitive(false), "is_root",
                    new JsonPrimitive(isRoot(object)), "level", level(decl), "slots", slots);
            case ASID_POOL -> pool(decl, slots);
            case IO_DEVICE -> variant("IOSpace", "slots", slots, "domain_id", number(decl, ParamKey.DOMAIN_ID, 64),
                    "pci_device", device(decl.param(ParamKey.PCI_DEVICE)));
            case IO_PT -> variant("IOPageTable", "slots", slots, "level", number(decl, ParamKey.LEVEL, 64));
            case ARM_IRQ -> variant("ArmIrq", "slots", slots, "extra", object("trigger", trigger(decl), "target",
                    number(decl, ParamKey.TARGET, 64)));
            case MSI_IRQ -> variant("IrqMsi", "slots", slots, "extra", object("handle",
                    number(decl, ParamKey.MSI_HANDLE, 64), "pci_bus", number(decl, ParamKey.MSI_PCI_BUS, 64), "pci_dev",
                    number(decl, ParamKey.MSI_PCI_DEV, 64), "pci_func", number(decl, ParamKey.MSI_PCI_FUN, 64)));
            case IOAPIC_IRQ -> variant("IrqIOApic", "slots", slots, "extra", object("ioapic",
                    number(decl, ParamKey.IOAPIC_NUM, 64), "pin", number(decl, ParamKey.IOAPIC_PIN, 64), "level",
                    number(decl, ParamKey.IOAPIC_LEVEL, 64), "polarity", number(decl, ParamKey.IOAPIC_POLARITY, 64)));
            case IO_PORTS -> ports(decl);
            case SC -> variant("SchedContext", "size_bits", number(decl, ParamKey.BITS, 8), "extra", object("period",
                    number(decl, ParamKey.PERIOD, 64), "budget", number(decl, ParamKey.BUDGET, 64), "badge",
                    number(decl, ParamKey.DATA, 64)));
            case STREAMID, CONTEXTBANK, ARM_IO_DEVICE, ARM_SGI_SIGNAL ->
                throw new IllegalArgumentException(decl.type().keyword());
        };
    }

    private JsonObject thread(ObjectDecl decl) {
        JsonArray registers = new JsonArray();
        Param init = decl.param(ParamKey.INIT);
        if (init != null && init.source().getValue() instanceof ListValue list) {
            for (ListItem item : list.getItems()) {
                if (item instanceof NumberItem number && number.getFrom() != null) {
                    registers.add(Numbers.wrap(number.getFrom()));
                }
            }
        }
        BigInteger domain = decl.number(ParamKey.DOM);
        return object("ipc_buffer_addr", number(decl, ParamKey.ADDR, 64), "affinity",
                number(decl, ParamKey.AFFINITY, 64), "prio", number(decl, ParamKey.PRIO, 8), "max_prio",
                number(decl, ParamKey.MAX_PRIO, 8), "fpu_disabled",
                new JsonPrimitive(flag(decl, ParamKey.FPU_DISABLED, false)), "resume",
                new JsonPrimitive(flag(decl, ParamKey.RESUME, true)), "domain",
                domain == null ? JsonNull.INSTANCE : number(decl, ParamKey.DOM, 8), "ip",
                number(decl, ParamKey.IP, 64), "sp", number(decl, ParamKey.SP, 64), "gprs", registers,
                "master_fault_ep", optional(decl, ParamKey.FAULT_EP));
    }

    private JsonElement pool(ObjectDecl decl, JsonArray slots) {
        if (!slots.isEmpty()) {
            notes.lost(decl.nameRef(), "export.poolSlots", decl, slots.size());
        }
        return variant("AsidPool", "high", number(decl, ParamKey.ASID_HIGH, 64));
    }

    private JsonElement ports(ObjectDecl decl) {
        Param ports = decl.param(ParamKey.PORTS);
        NumberItem range = ports != null && ports.source().getValue() instanceof ListValue list
                && !list.getItems().isEmpty() && list.getItems().get(0) instanceof NumberItem item ? item : null;
        BigInteger from = range == null || range.getFrom() == null ? BigInteger.ZERO : range.getFrom();
        BigInteger to = range == null || range.getTo() == null ? from : range.getTo();
        return variant("IOPorts", "start_port", new JsonPrimitive(Numbers.wrap(from)), "end_port",
                new JsonPrimitive(Numbers.wrap(to)));
    }

    private static JsonObject device(Param pci) {
        BigInteger bus = pci == null ? BigInteger.ZERO : pci.source().getNumber();
        BigInteger device = pci == null ? BigInteger.ZERO : pci.source().getDevice();
        BigInteger function = pci == null ? BigInteger.ZERO : pci.source().getFunction();
        return object("bus", new JsonPrimitive(bus), "device", new JsonPrimitive(device), "function",
                new JsonPrimitive(function));
    }

    private static JsonPrimitive trigger(ObjectDecl decl) {
        Param trigger = decl.param(ParamKey.TRIGGER);
        boolean edge = trigger != null && trigger.source().getValue() instanceof WordValue word
                && "edge".equals(word.getWord());
        return new JsonPrimitive(edge ? 1 : 0);
    }

    /** An untyped of open size gets the smallest that holds the sum of what it covers. */
    private JsonPrimitive untypedBits(ObjectRef untyped) {
        if (untyped.decl().bits() >= 0) {
            return number(untyped.decl(), ParamKey.BITS, 8);
        }
        BigInteger bytes = BigInteger.ONE;
        for (Cover cover : model.covers()) {
            int bits = ObjectSizes.bits(cover.objects().decl(), model.arch());
            if (cover.untyped().equals(untyped) && bits >= 0 && bits < 64) {
                bytes = bytes.add(BigInteger.valueOf(cover.objects().count()).shiftLeft(bits));
            }
        }
        int size = Math.max(4, bytes.subtract(BigInteger.ONE).bitLength());
        notes.lost(untyped.decl().nameRef(), "export.missing", untyped, ParamKey.BITS.example(), size);
        return new JsonPrimitive(size);
    }

    private boolean isRoot(ObjectRef table) {
        return table.decl().is(model.arch().vspaceRoot()) && model.arch() != Arch.RISCV || roots.contains(table);
    }

    private JsonElement level(ObjectDecl table) {
        if (model.arch() == Arch.RISCV && !table.is(ObjectType.PT)) {
            notes.lost(table.nameRef(), "export.oneTable", table, table.type().keyword());
        }
        List<Arch.Level> levels = model.arch().levels();
        for (int i = 0; i < levels.size() && model.arch() != Arch.RISCV; i++) {
            if (table.is(levels.get(i).type())) {
                return new JsonPrimitive(i);
            }
        }
        return JsonNull.INSTANCE;
    }

    /** A number that JSON must have; 0 and a note when the layout does not say. */
    private JsonPrimitive number(ObjectDecl decl, ParamKey key, int bits) {
        BigInteger value = decl.number(key);
        if (value == null) {
            notes.lost(decl.nameRef(), "export.missing", decl, key.example(), 0);
            return new JsonPrimitive(0);
        }
        if (Numbers.wrap(value).bitLength() > bits) {
            // Neither the initialiser nor the import would read the file.
            notes.error(decl.param(key).source(), "export.tooWide", key.example(), value, bits);
        }
        return new JsonPrimitive(Numbers.wrap(value));
    }

    private static JsonElement optional(ObjectDecl decl, ParamKey key) {
        BigInteger value = decl.number(key);
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    private static boolean flag(ObjectDecl decl, ParamKey key, boolean usual) {
        Param param = decl.param(key);
        return param != null && param.source().getValue() instanceof WordValue word && word.getWord() != null
                ? Boolean.parseBoolean(word.getWord()) : usual;
    }

    private static JsonObject variant(String name, Object... members) {
        JsonObject variant = new JsonObject();
        variant.add(name, object(members));
        return variant;
    }

    /** @param members names and values in turn */
    static JsonObject object(Object... members) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < members.length; i += 2) {
            object.add((String) members[i], (JsonElement) members[i + 1]);
        }
        return object;
    }
}
