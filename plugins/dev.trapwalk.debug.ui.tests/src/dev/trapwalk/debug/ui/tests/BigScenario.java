package dev.trapwalk.debug.ui.tests;

/** The text of a scenario as large as real systems are: many threads, each with a CSpace, one with many slots. */
final class BigScenario {

    private static final int SLOT_BITS = 13;

    private BigScenario() {
    }

    /** @param threads at most 200, besides the one that runs; @param slots of that one's CSpace, at most 8000 */
    static String text(int threads, int slots) {
        StringBuilder text = new StringBuilder("arch x86_64\n\nobjects {\n    ep = ep\n    ntfn = notification\n"
                + "    big = cnode (" + SLOT_BITS + " bits)\n    runner = tcb (addr: 0x10000, ip: 0x401000,"
                + " sp: 0x20000, prio: 200, max_prio: 200, affinity: 0)\n    small[" + threads + "] = cnode (4 bits)\n    buffer ="
                + " frame (4k)\n    vspace = pml4\n    vspace_pdpt = pdpt\n    vspace_pd = pd\n    vspace_pt = pt\n");
        for (int i = 0; i < threads; i++) {
            text.append("    t").append(i).append(" = tcb (ip: 0x401000, sp: 0x20000, prio: ").append(20 + i % 100)
                    .append(", max_prio: 200, affinity: 0)\n");
        }
        text.append("}\n\ncaps {\n    vspace { 0: vspace_pdpt }\n    vspace_pdpt { 0: vspace_pd }\n"
                + "    vspace_pd { 0: vspace_pt }\n    vspace_pt { 0x10: buffer (RW) }\n"
                + "    big {\n        1: big (guard: 0, guard_size: 51)\n");
        for (int i = 2; i < slots; i++) {
            text.append("        ").append(i).append(i % 2 == 0 ? ": ep (RWGP, badge: " : ": ntfn (RW, badge: ")
                    .append(i).append(")\n");
        }
        text.append("    }\n    runner {\n        cspace: big (guard: 0, guard_size: 51)\n        vspace: vspace\n"
                + "        ipc_buffer_slot: buffer (RW)\n    }\n");
        for (int i = 0; i < threads; i++) {
            text.append("    small[").append(i).append("] { 1: ep (R) }\n    t").append(i)
                    .append(" { cspace: small[").append(i).append("] (guard: 0, guard_size: 60) vspace: vspace }\n");
        }
        text.append("}\n\nprogram runner {\n    seL4_Yield();\n    seL4_CNode_Copy(big, ").append(slots)
                .append(", 64, big, 2, 64, seL4_AllRights);\n    seL4_Yield();\n    seL4_Yield();\n}\n");
        for (int i = 0; i < threads; i++) {
            text.append("program t").append(i).append(" { seL4_Recv(ep); }\n");
        }
        return text.toString();
    }
}
