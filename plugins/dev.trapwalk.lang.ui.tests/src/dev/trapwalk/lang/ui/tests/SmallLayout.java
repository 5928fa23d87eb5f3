package dev.trapwalk.lang.ui.tests;

/** The layout that several tests begin with: a thread, what it reaches, and nothing wrong. */
final class SmallLayout {
    static final String TEXT = """
            -- Two lines of comment
            -- fold into one.
            arch x86_64
            objects {
            ep = ep
            client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
            root = cnode (4 bits)
            buffer = frame (4k)
            }
            caps {
            root {
            1: ep (RWG, badge: 0x11)
            2: buffer (RW)
            }
            client { cspace: root (guard_size: 60) }
            }
            """;

    private SmallLayout() {
    }
}
