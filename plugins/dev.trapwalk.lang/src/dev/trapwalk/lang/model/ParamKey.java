package dev.trapwalk.lang.model;

import java.util.HashMap;
import java.util.Map;

/** The parameters of objects. Those without a keyword are recognised by their form. */
public enum ParamKey {
    /** {@code 12 bits}: log2. */
    BITS(null, Form.FORM),
    /** {@code 4k}, {@code 2M}: the value is in bytes. */
    FRAME_SIZE(null, Form.FORM),
    /** {@code bus:dev.fun}. */
    PCI_DEVICE(null, Form.FORM),
    LEVEL("level"), PADDR("paddr"), ADDR("addr"), IP("ip"), SP("sp"), PRIO("prio"), MAX_PRIO("max_prio"),
    AFFINITY("affinity"), DOM("dom"), FAULT_EP("fault_ep"), RESUME("resume", Form.BOOLEAN),
    FPU_DISABLED("fpu_disabled", Form.BOOLEAN), INIT("init", Form.LIST), FILL("fill", Form.FILL),
    DOMAIN_ID("domainID"), IOSPACE("iospace"), PERIOD("period"), BUDGET("budget"), DATA("data"), BANK("bank"),
    IOAPIC_NUM("ioapic_num"), IOAPIC_PIN("ioapic_pin"), IOAPIC_LEVEL("ioapic_level"),
    IOAPIC_POLARITY("ioapic_polarity"), MSI_HANDLE("msi_handle"), MSI_PCI_BUS("msi_pci_bus"),
    MSI_PCI_DEV("msi_pci_dev"), MSI_PCI_FUN("msi_pci_fun"), TRIGGER("trigger", Form.TRIGGER), TARGET("target"),
    IRQ("irq"), PORTS("ports", Form.RANGE), ASID_HIGH("asid_high"),
    /** Whatever capDL does not know; the check on parameters says so. */
    UNKNOWN(null, Form.FORM);

    /** How the value of a parameter is written. */
    public enum Form {
        NUMBER, BOOLEAN, LIST, FILL, TRIGGER, RANGE, FORM
    }

    private static final Map<String, ParamKey> BY_NAME = new HashMap<>();

    static {
        for (ParamKey key : values()) {
            if (key.keyword != null) {
                BY_NAME.put(key.keyword, key);
            }
        }
    }

    private final String keyword;
    private final Form form;

    ParamKey(String keyword) {
        this(keyword, Form.NUMBER);
    }

    ParamKey(String keyword, Form form) {
        this.keyword = keyword;
        this.form = form;
    }

    /** The keyword before the colon, or null for a parameter that is recognised by its form. */
    public String keyword() {
        return keyword;
    }

    public Form form() {
        return form;
    }

    /** The parameter called {@code keyword}, or {@link #UNKNOWN}. */
    public static ParamKey of(String keyword) {
        return BY_NAME.getOrDefault(keyword, UNKNOWN);
    }

    /** How a person writes it. */
    public String example() {
        return switch (this) {
            case BITS -> "n bits";
            case FRAME_SIZE -> "4k";
            case PCI_DEVICE -> "bus:dev.fun";
            case UNKNOWN -> "?";
            default -> keyword;
        };
    }
}
