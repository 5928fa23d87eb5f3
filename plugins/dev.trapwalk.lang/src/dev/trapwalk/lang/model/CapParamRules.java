package dev.trapwalk.lang.model;

import java.util.Set;

/** Which parameters a plain capability may have, by what it designates; rights are called {@code rights}. */
public final class CapParamRules {
    /** What may follow a target whose type is unknown. */
    private static final Set<String> ALL = Set.of("rights", "guard", "guard_size", "badge", "core", "reply",
            "master_reply", "asid", "cached", "uncached", "mapping", "masked");
    private static final Set<String> OF_ENDPOINT = Set.of("rights", "badge");
    private static final Set<String> OF_SMC = Set.of("badge");
    private static final Set<String> OF_TCB = Set.of("reply", "master_reply");
    private static final Set<String> OF_CNODE = Set.of("guard", "guard_size");
    private static final Set<String> OF_FRAME = Set.of("rights", "asid", "cached", "uncached", "mapping");
    private static final Set<String> OF_TABLE = Set.of("asid");
    private static final Set<String> OF_SCHED_CONTROL = Set.of("core");

    private CapParamRules() {
    }

    /** Parameters of a capability to an object of {@code type}; all there are when it is null. */
    public static Set<String> of(ObjectType type) {
        return type == null ? ALL : switch (type) {
            case EP, NOTIFICATION -> OF_ENDPOINT;
            case SMC -> OF_SMC;
            case TCB -> OF_TCB;
            case CNODE, IRQ -> OF_CNODE;
            case FRAME -> OF_FRAME;
            case PT, PD, PDPT, PML4, PUD, PGD -> OF_TABLE;
            default -> Set.of();
        };
    }

    /** Parameters of a capability without an object. */
    public static Set<String> of(PseudoTarget target) {
        return target == PseudoTarget.SCHED_CONTROL ? OF_SCHED_CONTROL : Set.of();
    }
}
