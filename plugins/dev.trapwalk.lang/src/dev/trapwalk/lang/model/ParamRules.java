package dev.trapwalk.lang.model;

import static dev.trapwalk.lang.model.ParamKey.*;

import java.util.Set;

/** Which parameters an object of a type must have and may have.  */
public record ParamRules(Set<ParamKey> required, Set<ParamKey> optional) {
    private static final ParamRules NONE = new ParamRules(Set.of(), Set.of());

    /** Parameters of a TCB that come in full or not at all. */
    public static final Set<ParamKey> TCB_SET = Set.of(ADDR, IP, SP, PRIO, MAX_PRIO, AFFINITY);

    /** The rules for {@code type}. */
    public static ParamRules of(ObjectType type) {
        return switch (type) {
            case TCB -> optional(ADDR, IP, SP, PRIO, MAX_PRIO, AFFINITY, RESUME, FPU_DISABLED, DOM, FAULT_EP, INIT);
            case CNODE -> new ParamRules(Set.of(BITS), Set.of());
            case UT -> optional(BITS, PADDR);
            case FRAME -> new ParamRules(Set.of(FRAME_SIZE), Set.of(PADDR, FILL));
            case ASID_POOL -> optional(ASID_HIGH);
            case SC -> optional(PERIOD, BUDGET, DATA, BITS);
            case IO_PORTS -> new ParamRules(Set.of(PORTS), Set.of());
            case IO_DEVICE -> new ParamRules(Set.of(DOMAIN_ID, PCI_DEVICE), Set.of());
            case IO_PT -> new ParamRules(Set.of(LEVEL), Set.of());
            case IOAPIC_IRQ ->
                new ParamRules(Set.of(IOAPIC_NUM, IOAPIC_PIN, IOAPIC_LEVEL, IOAPIC_POLARITY), Set.of());
            case MSI_IRQ -> new ParamRules(Set.of(MSI_HANDLE, MSI_PCI_BUS, MSI_PCI_DEV, MSI_PCI_FUN), Set.of());
            case ARM_IRQ -> new ParamRules(Set.of(TRIGGER, TARGET), Set.of());
            case ARM_IO_DEVICE -> new ParamRules(Set.of(IOSPACE), Set.of());
            case ARM_SGI_SIGNAL -> new ParamRules(Set.of(IRQ, TARGET), Set.of());
            case CONTEXTBANK -> optional(BANK);
            default -> NONE;
        };
    }

    private static ParamRules optional(ParamKey... keys) {
        return new ParamRules(Set.of(), Set.of(keys));
    }

    /** Whether {@code key} may be given. */
    public boolean allows(ParamKey key) {
        return required.contains(key) || optional.contains(key);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return required.isEmpty() && optional.isEmpty();
    }
}
