package dev.trapwalk.lang.program;

import dev.trapwalk.lang.model.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to a configuration of seL4 that the simulated kernel does not have, by seL4's option names. */
public final class NotConfigured {

    private static final String MCS = "CONFIG_KERNEL_MCS";
    private static final String SMP = "CONFIG_MAX_NUM_NODES > 1";
    private static final String VTX = "CONFIG_VTX";
    private static final String IOMMU = "CONFIG_IOMMU";

    /** Beginnings of libsel4 function names. */
    private static final Map<String, String> FUNCTIONS = new LinkedHashMap<>();

    static {
        for (String mcs : new String[] {"seL4_SchedContext_", "seL4_SchedControl_", "seL4_TCB_SetTimeoutEndpoint",
            "seL4_NBSendRecv", "seL4_NBSendWait", "seL4_NBWait"}) {
            FUNCTIONS.put(mcs, MCS);
        }
        FUNCTIONS.put("seL4_TCB_SetAffinity", SMP);
        FUNCTIONS.put("seL4_X86_VCPU_", VTX);
        FUNCTIONS.put("seL4_X86_EPT", VTX);
        FUNCTIONS.put("seL4_X86_IOPageTable_", IOMMU);
        FUNCTIONS.put("seL4_X86_Page_MapIO", IOMMU);
    }

    private NotConfigured() {
    }

    /** The option that a libsel4 function needs; empty when it needs none that is missing. */
    public static Optional<String> optionOf(String function) {
        return FUNCTIONS.entrySet().stream().filter(entry -> function.startsWith(entry.getKey()))
                .map(Map.Entry::getValue).findFirst();
    }

    /** The option that objects of a type need; empty when they need none that is missing. */
    public static Optional<String> optionOf(ObjectType type) {
        return Optional.ofNullable(switch (type) {
            case SC, RTREPLY -> MCS;
            case VCPU -> VTX;
            case IO_DEVICE, IO_PT -> IOMMU;
            default -> null;
        });
    }
}
