package dev.trapwalk.lang.model;

/** Capabilities to no object: the kernel's own authorities. Their names shadow objects of the same name. */
public enum PseudoTarget {
    IRQ_CONTROL, ASID_CONTROL, IO_SPACE_MASTER, DOMAIN, SCHED_CONTROL;

    /** Its name in capDL. */
    public String keyword() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The target called {@code keyword}, or null. */
    public static PseudoTarget of(String keyword) {
        return switch (keyword) {
            case "irq_control" -> IRQ_CONTROL;
            case "asid_control" -> ASID_CONTROL;
            case "io_space_master" -> IO_SPACE_MASTER;
            case "domain" -> DOMAIN;
            case "sched_control" -> SCHED_CONTROL;
            default -> null;
        };
    }
}
