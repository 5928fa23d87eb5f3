package dev.trapwalk.lang.model;

import static dev.trapwalk.lang.model.ParamKey.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which parameters an object of a type must have and may have; both sets in the order of the keys. */
public record ParamRules(Set<ParamKey> required, Set<ParamKey> optional) {
    private static final ParamRules NONE = new ParamRules(Set.of(), Set.of());
    private static final Map<ObjectType, ParamRules> BY_TYPE = new EnumMap<>(ObjectType.class);

    static {
        for (ObjectType type : ObjectType.values()) {
            BY_TYPE.put(type, rules(type));
        }
    }

    /** Parameters of a TCB that come in full or not at all. */
    public static final Set<ParamKey> TCB_SET = Set.of(ADDR, IP, SP, PRIO, MAX_PRIO, AFFINITY);

    /** The rules for {@code type}. */
    public static ParamRules of(ObjectType type) {
        return BY_TYPE.get(type);
    }

    private static ParamRules rules(ObjectType type) {
        return switch (type) {
            case TCB -> optional(ADDR, IP, SP, PRIO, MAX_PRIO, AFFINITY, RESUME, FPU_DISABLED, DOM, FAULT_EP, INIT);
            case CNODE -> required(BITS);
            case UT -> optional(BITS, PADDR);
            case FRAME -> new ParamRules(set(FRAME_SIZE), set(PADDR, FILL));
            case ASID_POOL -> optional(ASID_HIGH);
            case SC -> optional(PERIOD, BUDGET, DATA, BITS);
            case IO_PORTS -> required(PORTS);
            case IO_DEVICE -> required(DOMAIN_ID, PCI_DEVICE);
            case IO_PT -> required(LEVEL);
            case IOAPIC_IRQ -> required(IOAPIC_NUM, IOAPIC_PIN, IOAPIC_LEVEL, IOAPIC_POLARITY);
            case MSI_IRQ -> required(MSI_HANDLE, MSI_PCI_BUS, MSI_PCI_DEV, MSI_PCI_FUN);
            case ARM_IRQ -> required(TRIGGER, TARGET);
            case ARM_IO_DEVICE -> required(IOSPACE);
            case ARM_SGI_SIGNAL -> required(IRQ, TARGET);
            case CONTEXTBANK -> optional(BANK);
            default -> NONE;
        };
    }

    private static ParamRules optional(ParamKey... keys) {
        return new ParamRules(Set.of(), set(keys));
    }

    private static ParamRules required(ParamKey... keys) {
        return new ParamRules(set(keys), Set.of());
    }

    private static Set<ParamKey> set(ParamKey... keys) {
        return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(keys)));
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
