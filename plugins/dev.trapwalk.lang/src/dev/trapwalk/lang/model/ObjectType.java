package dev.trapwalk.lang.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The object types of capDL, under the names they have in a file. */
public enum ObjectType {
    EP("ep"), NOTIFICATION("notification"), TCB("tcb"), CNODE("cnode"), UT("ut"), IRQ("irq"),
    IOAPIC_IRQ("ioapic_irq"), MSI_IRQ("msi_irq"), ARM_IRQ("arm_irq"), ASID_POOL("asid_pool"), PT("pt"), PD("pd"),
    PML4("pml4"), PDPT("pdpt"), PUD("pud"), PGD("pgd"), FRAME("frame"), IO_PORTS("io_ports"), IO_DEVICE("io_device"),
    ARM_IO_DEVICE("arm_io_device"), IO_PT("io_pt"), VCPU("vcpu"), SC("sc"), RTREPLY("rtreply"), STREAMID("streamid"),
    CONTEXTBANK("contextbank"), SMC("smc"), ARM_SGI_SIGNAL("arm_sgi_signal");

    private static final Map<String, ObjectType> BY_NAME = new HashMap<>();
    private static final Set<ObjectType> TABLES = EnumSet.of(PT, PD, PML4, PDPT, PUD, PGD);
    private static final Set<ObjectType> IRQS = EnumSet.of(IRQ, IOAPIC_IRQ, MSI_IRQ, ARM_IRQ);
    private static final Set<ObjectType> SLOTTED =
            EnumSet.of(TCB, CNODE, ASID_POOL, IO_DEVICE, ARM_IO_DEVICE, IO_PT);

    static {
        for (ObjectType type : values()) {
            BY_NAME.put(type.keyword, type);
        }
        SLOTTED.addAll(TABLES);
        SLOTTED.addAll(IRQS);
    }

    private final String keyword;

    ObjectType(String keyword) {
        this.keyword = keyword;
    }

    /** The type's name in capDL. */
    public String keyword() {
        return keyword;
    }

    /** The type called {@code keyword}, or null. */
    public static ObjectType of(String keyword) {
        return BY_NAME.get(keyword);
    }

    /** Whether it is a paging structure of a CPU's address space. */
    public boolean isPageTable() {
        return TABLES.contains(this);
    }

    /** Whether it stands for an interrupt. */
    public boolean isIrq() {
        return IRQS.contains(this);
    }

    /** Whether it holds capabilities. */
    public boolean hasSlots() {
        return SLOTTED.contains(this);
    }

    /** Whether {@code arch} has this type. */
    public boolean existsOn(Arch arch) {
        return switch (this) {
            case IO_PORTS, IO_DEVICE, IO_PT, IOAPIC_IRQ, MSI_IRQ -> arch.isX86();
            case PML4, PDPT -> arch == Arch.X86_64;
            case PUD, PGD, STREAMID, SMC, CONTEXTBANK -> arch == Arch.AARCH64;
            case ARM_IRQ, ARM_IO_DEVICE, ARM_SGI_SIGNAL -> arch.isArm();
            case VCPU -> arch != Arch.RISCV;
            default -> true;
        };
    }
}
