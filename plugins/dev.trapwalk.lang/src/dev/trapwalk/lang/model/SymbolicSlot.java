package dev.trapwalk.lang.model;

import java.util.HashMap;
import java.util.Map;

/** The slots of a TCB by name. They are plain numbers and stand for that number in any container. */
public enum SymbolicSlot {
    CSPACE, VSPACE, REPLY_SLOT, CALLER_SLOT, IPC_BUFFER_SLOT, FAULT_EP_SLOT, SC_SLOT, TEMP_FAULT_EP_SLOT,
    BOUND_NOTIFICATION, BOUND_VCPU;

    private static final Map<String, SymbolicSlot> BY_NAME = new HashMap<>();

    static {
        for (SymbolicSlot slot : values()) {
            BY_NAME.put(slot.keyword(), slot);
        }
    }

    /** The slot's name in capDL. */
    public String keyword() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Its number. */
    public int number() {
        return ordinal();
    }

    /** The slot called {@code keyword}, or null. */
    public static SymbolicSlot of(String keyword) {
        return BY_NAME.get(keyword);
    }
}
