package dev.trapwalk.lang.ui.tests;

/** A layout of any size: processes of one thread, its CSpace and address space, frames, and calls to the one before. */
final class ManyProcesses {
    private static final int FRAMES = 32;
    /** Objects of one process. */
    static final int OBJECTS = FRAMES + 8;

    private ManyProcesses() {
    }

    static String layout(int processes) {
        StringBuilder objects = new StringBuilder("arch x86_64\nobjects {\n");
        StringBuilder caps = new StringBuilder("caps {\n");
        for (int p = 0; p < processes; p++) {
            String n = "p" + p;
            objects.append("  %1$s = tcb (addr: 0x1000, ip: 0x400000, sp: 0x2000, prio: 100, max_prio: 100, affinity: 0)\n"
                    .formatted(n));
            objects.append("  %1$s_cnode = cnode (8 bits)\n  %1$s_ep = ep\n  %1$s_done = notification\n".formatted(n));
            objects.append("  %1$s_pml4 = pml4\n  %1$s_pdpt = pdpt\n  %1$s_pd = pd\n  %1$s_pt = pt\n".formatted(n));
            caps.append("  %1$s { cspace: %1$s_cnode (guard_size: 56) vspace: %1$s_pml4 ipc_buffer_slot: %1$s_frame1 (RW) }\n"
                    .formatted(n));
            caps.append("  %1$s_pml4 { 0: %1$s_pdpt }\n  %1$s_pdpt { 0: %1$s_pd }\n  %1$s_pd { 0: %1$s_pt }\n  %1$s_pt {\n"
                    .formatted(n));
            for (int f = 0; f < FRAMES; f++) {
                objects.append("  %s_frame%d = frame (4k)\n".formatted(n, f));
                caps.append("    %d: %s_frame%d (%s)\n".formatted(f, n, f, f % 4 == 0 ? "R" : "RW"));
            }
            caps.append("  }\n  %1$s_cnode {\n    1: %1$s_ep (R)\n    2: %1$s_done (R)\n".formatted(n));
            if (p > 0) {
                caps.append("    3: p%1$d_ep (WGP, badge: %2$d)\n    4: p%1$d_done (W)\n".formatted(p - 1, p));
            }
            caps.append("  }\n");
        }
        return objects.append("}\n").append(caps).append("}\n").toString();
    }
}
