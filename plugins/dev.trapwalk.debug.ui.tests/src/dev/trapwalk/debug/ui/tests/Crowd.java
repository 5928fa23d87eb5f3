package dev.trapwalk.debug.ui.tests;

import java.util.stream.IntStream;

/**
 * The text of a scenario with many threads and slots, of which two are busy: a client calls its server again and again,
 * everybody else waits on an endpoint of his own. The client's CSpace is one large CNode.
 *
 * @param threads number of TCBs, the client and the server included
 * @param slots   number of occupied slots in the client's CNode
 * @param calls   number of system calls that the client makes
 */
record Crowd(int threads, int slots, int calls) {

    private static final int FIRST_FREE_SLOT = 2;

    /** The scenario. */
    String text() {
        StringBuilder text = new StringBuilder("arch x86_64\n\nobjects {\n    ep = ep\n    client_cspace = cnode (%d bits)\n"
                .formatted(bits()));
        text.append("    small_cspace = cnode (4 bits)\n");
        text.append("    client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100)\n");
        text.append("    server = tcb (addr: 0x11000, ip: 0x402000, sp: 0x30000, prio: 100, max_prio: 100)\n");
        waiters().forEach(i -> text.append("    ep_%d = ep\n    cspace_%d = cnode (4 bits)\n".formatted(i, i)).append(
                "    waiter_%d = tcb (addr: 0x%x, ip: 0x401000, sp: 0x20000, prio: %d, max_prio: 200)\n"
                        .formatted(i, 0x10000 + 0x1000 * i, 101 + i % 50)));
        text.append("}\n\ncaps {\n    client_cspace {\n        1: ep (WP, badge: 0x11)\n");
        IntStream.range(FIRST_FREE_SLOT, slots + 1).forEach(
                slot -> text.append("        0x%x: ep (RW, badge: 0x%x)\n".formatted(slot, slot)));
        text.append("    }\n    small_cspace { 1: ep (R) }\n");
        text.append("    client { cspace: client_cspace (guard: 0, guard_size: %d) }\n".formatted(64 - bits()));
        text.append("    server { cspace: small_cspace (guard: 0, guard_size: 60) }\n");
        waiters().forEach(i -> text.append("    cspace_%d { 1: ep_%d (R) }\n".formatted(i, i))
                .append("    waiter_%d { cspace: cspace_%d (guard: 0, guard_size: 60) }\n".formatted(i, i)));
        text.append("}\n\nprogram server {\n    seL4_Recv(ep);\n");
        text.append("    seL4_ReplyRecv(ep, seL4_MessageInfo_new(0, 0, 0, 1));\n".repeat(calls));
        text.append("}\n\nprogram client {\n    seL4_Yield();\n");
        text.append("    seL4_Call(cptr(client_cspace, 1), seL4_MessageInfo_new(0, 0, 0, 1));\n".repeat(calls)).append("}\n");
        waiters().forEach(i -> text.append("\nprogram waiter_%d {\n    seL4_Recv(ep_%d);\n}\n".formatted(i, i)));
        return text.toString();
    }

    private IntStream waiters() {
        return IntStream.range(2, threads);
    }

    private int bits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(slots + 1);
    }
}
