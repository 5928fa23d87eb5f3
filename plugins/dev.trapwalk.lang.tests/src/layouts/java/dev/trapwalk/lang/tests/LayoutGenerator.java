package dev.trapwalk.lang.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes layouts of any size, the same for the same seed: processes, each with threads, a CNode, an address space of small
 * frames, a fault endpoint, and calls to other processes. Run it to get a file:
 * {@code LayoutGenerator 10000 x86_64 1 out.cdl}.
 */
public final class LayoutGenerator {
    private static final Map<String, String[]> LEVELS = Map.of("x86_64", new String[] {"pml4", "pdpt", "pd", "pt"},
            "aarch64", new String[] {"pgd", "pud", "pd", "pt"}, "riscv", new String[] {"pt", "pt", "pt"}, "ia32",
            new String[] {"pd", "pt"}, "arm11", new String[] {"pd", "pt"});

    private final Random random;
    private final String[] levels;
    private final int wordBits;
    private final Map<String, String> objects = new LinkedHashMap<>();
    private final Map<String, List<String>> caps = new LinkedHashMap<>();

    private LayoutGenerator(String arch, long seed) {
        this.random = new Random(seed);
        this.levels = LEVELS.get(arch);
        this.wordBits = levels.length == 2 ? 32 : 64;
    }

    /** A layout of about {@code count} objects, one entry a line. */
    public static String layout(int count, String arch, long seed) {
        LayoutGenerator generator = new LayoutGenerator(arch, seed);
        for (int process = 0; generator.objects.size() < count; process++) {
            generator.process("p" + process, process);
        }
        StringBuilder text = new StringBuilder("arch " + arch + "\n\nobjects {\n");
        generator.objects.forEach((name, type) -> text.append("  ").append(name).append(" = ").append(type).append('\n'));
        text.append("}\n\ncaps {\n");
        generator.caps.forEach((name, entries) -> {
            text.append("  ").append(name).append(" {\n");
            entries.forEach(entry -> text.append("    ").append(entry).append('\n'));
            text.append("  }\n");
        });
        return text.append("}\n").toString();
    }

    private void process(String name, int number) {
        int frames = 10 + random.nextInt(100);
        String table = addressSpace(name);
        for (int page = 0; page < frames; page++) {
            objects.put(name + "_frame" + page, "frame (4k)");
            add(table, "0x" + Integer.toHexString(page + 1) + ": " + name + "_frame" + page + (page % 3 == 0 ? " (RX)" : " (RW)"));
        }
        objects.put(name + "_fault", "ep");
        List<String> slots = new ArrayList<>();
        int threads = 1 + random.nextInt(4);
        for (int thread = 0; thread < threads; thread++) {
            slots.add(name + "_fault (RWP, badge: " + (thread + 1) + ")");
            slots.add(name + "_t" + thread);
        }
        slots.add(name + "_fault (RWP)");
        if (number > 0) {
            String callee = "p" + random.nextInt(number);
            objects.put(name + "_call", "ep");
            slots.add(name + "_call (WP, badge: " + (number + 1) + ")");
            add(callee + "_cnode", (caps.get(callee + "_cnode").size() + 1) + ": " + name + "_call (R)");
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            add(name + "_cnode", (slot + 1) + ": " + slots.get(slot));
        }
        objects.put(name + "_cnode", "cnode (12 bits)");
        for (int thread = 0; thread < threads; thread++) {
            thread(name, thread);
        }
    }

    private void thread(String name, int thread) {
        String tcb = name + "_t" + thread;
        // Page 1 is read-only, page 2 is not: the buffer lies in a writable one.
        int page = 1 + thread % 2;
        objects.put(tcb, "tcb (addr: 0x" + Integer.toHexString((page + 1) << 12)
                + ", ip: 0x1000, sp: 0x8000, prio: 100, max_prio: 254, affinity: 0, fault_ep: " + (2 * thread + 1) + ")");
        add(tcb, "cspace: " + name + "_cnode (guard: 0, guard_size: " + (wordBits - 12) + ")");
        add(tcb, "vspace: " + name + "_" + levels[0] + "0");
        add(tcb, "ipc_buffer_slot: " + name + "_frame" + page + " (RW)");
    }

    /** Makes the tables above the first addresses and returns the lowest one. */
    private String addressSpace(String name) {
        String table = null;
        for (int level = 0; level < levels.length; level++) {
            String next = name + "_" + levels[level] + level;
            objects.put(next, levels[level]);
            if (table != null) {
                add(table, "0: " + next);
            }
            table = next;
        }
        return table;
    }

    private void add(String container, String entry) {
        caps.computeIfAbsent(container, key -> new ArrayList<>()).add(entry);
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[3]),
                layout(Integer.parseInt(arguments[0]), arguments[1], Long.parseLong(arguments[2])));
    }
}
