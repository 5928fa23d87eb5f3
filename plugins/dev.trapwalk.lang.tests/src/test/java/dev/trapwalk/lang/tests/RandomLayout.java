package dev.trapwalk.lang.tests;

import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A layout of every kind of object and capability that an architecture has, the same for the same seed. It makes no sense as a
 * system, but the capDL tool would accept it.
 */
final class RandomLayout {
    private final Random random;
    private final Arch arch;
    private final boolean json;
    private final Map<String, ObjectType> objects = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();
    private final List<String> slots = new ArrayList<>();
    private int pools;

    private RandomLayout(long seed, boolean json) {
        this.random = new Random(seed);
        this.arch = Arch.values()[random.nextInt(Arch.values().length)];
        this.json = json;
    }

    /** A layout with all that capDL has. */
    static String of(long seed) {
        return new RandomLayout(seed, false).write();
    }

    /** A layout with nothing but what JSON can say. */
    static String forJson(long seed) {
        return new RandomLayout(seed, true).write();
    }

    private String write() {
        out.append("arch ").append(arch.keyword()).append("\nobjects {\n");
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            declare("o" + i, type());
        }
        covers();
        out.append("}\ncaps {\n");
        for (Map.Entry<String, ObjectType> object : List.copyOf(objects.entrySet())) {
            container(object.getKey(), object.getValue());
        }
        out.append("}\n");
        irqs();
        derivations();
        if (chance(3)) {
            out.append("domains { schedule: [(1, ").append(1 + random.nextInt(100)).append("), (0, 0)]")
                    .append(chance(2) ? " domain_set_start: no_start" : "").append(chance(2) ? " index_shift: 3" : "")
                    .append(" }\n");
        }
        return out.toString();
    }

    private ObjectType type() {
        while (true) {
            ObjectType type = ObjectType.values()[random.nextInt(ObjectType.values().length)];
            boolean said = switch (type) {
                case STREAMID, CONTEXTBANK, ARM_IO_DEVICE, ARM_SGI_SIGNAL -> !json;
                case PD -> !json || arch != Arch.RISCV;
                default -> true;
            };
            if (said && type.existsOn(arch)) {
                return type;
            }
        }
    }

    private void declare(String name, ObjectType type) {
        int size = chance(5) && (!json || type != ObjectType.ASID_POOL) ? 1 + random.nextInt(4) : -1;
        out.append("  ").append(name).append(size < 0 ? "" : "[" + size + "]").append(" = ").append(type.keyword())
                .append(' ').append(params(type)).append('\n');
        if (size < 0) {
            objects.put(name, type);
        }
        for (int element = 0; element < size; element++) {
            objects.put(name + "[" + element + "]", type);
        }
    }

    private String params(ObjectType type) {
        return switch (type) {
            case TCB -> !json && chance(4) ? "(init: [1, 0x2])"
                    : "(addr: " + number() + ", ip: " + number() + ", sp: " + number() + ", prio: " + random.nextInt(256)
                            + ", max_prio: 254, affinity: 0" + (chance(3) ? ", resume: False" : "")
                            + (chance(3) ? ", dom: 2" : "") + (chance(3) ? ", fault_ep: 0x5" : "")
                            + (chance(3) ? ", init: [0x10, 3]" : "") + ")";
            case CNODE -> "(" + (3 + random.nextInt(10)) + " bits)";
            case UT -> json || chance(2) ? "(" + (4 + random.nextInt(20)) + " bits"
                    + (chance(2) ? ", paddr: " + number() : "") + ")" : "";
            case FRAME -> "(" + (chance(3) ? "2M" : "4k") + (chance(3) ? ", paddr: " + number() : "") + (chance(3)
                    ? ", fill: [{0 4096 CDL_FrameFill_FileData \"a.elf\" 8192}, {8 16 CDL_FrameFill_BootInfo "
                            + "CDL_FrameFill_BootInfo_FDT 0}]" : "") + ")";
            case ASID_POOL -> json ? "(asid_high: " + ++pools + ")" : chance(2) ? "(asid_high: " + number() + ")" : "";
            case SC -> "(period: 1000, budget: " + random.nextInt(1000) + ", data: 7, 8 bits)";
            case IO_PORTS -> "(ports: [0x3f8 .. 1023])";
            case IO_DEVICE -> "(domainID: 5, 0x2:3.1)";
            case IO_PT -> "(level: 1)";
            case IOAPIC_IRQ -> "(ioapic_num: 0, ioapic_pin: " + random.nextInt(24)
                    + ", ioapic_level: 1, ioapic_polarity: 0)";
            case MSI_IRQ -> "(msi_handle: 1, msi_pci_bus: 0, msi_pci_dev: 3, msi_pci_fun: 1)";
            case ARM_IRQ -> "(trigger: " + (chance(2) ? "edge" : "level") + ", target: 0)";
            case ARM_IO_DEVICE -> "(iospace: 3)";
            case CONTEXTBANK -> chance(2) ? "(bank: 2)" : "";
            case ARM_SGI_SIGNAL -> "(irq: 3, target: 1)";
            default -> "";
        };
    }

    /** Objects lie in the first untyped after them, so that no two contain each other. */
    private void covers() {
        List<String> free = new ArrayList<>();
        for (Map.Entry<String, ObjectType> object : List.copyOf(objects.entrySet())) {
            if (object.getValue() == ObjectType.UT && chance(2)) {
                out.append("  ").append(object.getKey()).append(" = ut { ").append(String.join(" ", free)).append(" }\n");
                free.clear();
            }
            if (chance(2)) {
                free.add(object.getKey());
            }
        }
    }

    private void container(String name, ObjectType type) {
        if (type == ObjectType.CNODE) {
            out.append("  ").append(name).append(" {\n");
            int slot = 0;
            for (int i = random.nextInt(8); i > 0; i--, slot += 1 + random.nextInt(3)) {
                out.append("    ").append(slot).append(": ").append(cap(any(key -> true))).append('\n');
                slots.add("(" + name + ", " + slot + ")");
            }
            out.append("  }\n");
        } else if (type == ObjectType.TCB) {
            slot(name, "cspace", ObjectType.CNODE, " (guard: 1, guard_size: 20)");
            slot(name, "vspace", arch.vspaceRoot(), "");
            slot(name, "ipc_buffer_slot", ObjectType.FRAME, " (RW)");
        } else if (type.isIrq()) {
            slot(name, "0", ObjectType.NOTIFICATION, " (W, badge: 3)");
        } else if (type == ObjectType.PT && arch != Arch.RISCV) {
            slot(name, "5", ObjectType.FRAME, " (R, uncached)");
        }
    }

    private void slot(String container, String slot, ObjectType type, String params) {
        String target = any(key -> objects.get(key) == type);
        if (target != null && chance(2)) {
            out.append("  ").append(container).append(" { ").append(slot).append(": ").append(target).append(params)
                    .append(" }\n");
        }
    }

    private String cap(String target) {
        ObjectType type = objects.get(target);
        return target + switch (type) {
            case EP, NOTIFICATION -> chance(2) ? " (RW, badge: " + number() + ")" : chance(2) ? " (GP)" : "";
            case FRAME -> chance(2) ? " (RX, uncached)" : json || chance(2) ? " (R)" : " (asid: (1, 2), W)";
            case CNODE -> chance(2) ? " (guard: 1, guard_size: 3)" : "";
            case TCB -> json || chance(2) ? "" : " (reply)";
            case SMC -> json || chance(2) ? "" : " (badge: 9)";
            default -> "";
        };
    }

    private void irqs() {
        List<String> handlers = objects.keySet().stream().filter(key -> objects.get(key).isIrq()).toList();
        if (!handlers.isEmpty()) {
            out.append("irq maps {\n");
            for (int i = 0; i < handlers.size(); i++) {
                out.append("  ").append(2 * i + 3).append(": ").append(handlers.get(i)).append('\n');
            }
            out.append("}\n");
        }
    }

    private void derivations() {
        if (!json && slots.size() > 1) {
            out.append("cdt { ").append(slots.get(0)).append(" { ").append(slots.get(1)).append(" } }\n");
        }
    }

    private String any(Predicate<String> wanted) {
        List<String> fitting = objects.keySet().stream().filter(wanted).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    private String number() {
        return random.nextBoolean() ? Integer.toString(1 + random.nextInt(1 << 20))
                : "0x" + Integer.toHexString(random.nextInt(1 << 30) + 1);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }
}
