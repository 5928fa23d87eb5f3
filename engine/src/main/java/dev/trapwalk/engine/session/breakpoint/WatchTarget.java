package dev.trapwalk.engine.session.breakpoint;

import java.util.List;

/** What a watch looks at. */
public sealed interface WatchTarget {

    /** Words by kernel window address; {@code bytes} a multiple of 8, at least 8. */
    record Memory(long address, long bytes) implements WatchTarget {
    }

    /** Capability and MDB node of slot {@code index} of a CNode or TCB of the layout. */
    record Slot(String container, int index) implements WatchTarget {
    }

    /**
     * A field of a named object by seL4's name, such as {@code tsType} of a TCB or {@code epQueue_head} of an
     * endpoint.
     */
    record Field(String object, String field) implements WatchTarget {
    }

    /** mdbPrev and mdbNext of a slot. */
    record MdbLink(String container, int index) implements WatchTarget {
    }

    /** Head and end of a ready queue: domain 0.., priority 0..255. */
    record ReadyQueue(int domain, int priority) implements WatchTarget {
    }

    /** A global variable of the kernel by its C name, such as {@code ksCurThread}. */
    record Global(String name) implements WatchTarget {

        /** The variables that can be watched. */
        public static final List<String> NAMES = List.of("ksCurThread", "ksSchedulerAction", "ksCurDomain",
                "ksDomainTime", "ksCurFPUOwner");
    }
}
