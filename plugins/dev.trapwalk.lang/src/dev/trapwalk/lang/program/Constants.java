package dev.trapwalk.lang.program;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.api.SyscallError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named constants of libsel4 on x86_64. */
public final class Constants {
    private static final Map<String, Long> VALUES = new LinkedHashMap<>();

    static {
        for (SyscallError error : SyscallError.values()) {
            VALUES.put(error.label(), (long) error.number());
        }
        for (InvocationLabel label : InvocationLabel.values()) {
            VALUES.put(label.label(), (long) label.number());
        }
        for (Syscall syscall : Syscall.values()) {
            VALUES.put("seL4_Sys" + syscall.label(), (long) syscall.number());
        }
        types();
        sizes();
        VALUES.put("seL4_AllRights", Rights.ALL);
        VALUES.put("seL4_CanRead", 2L);
        VALUES.put("seL4_CanWrite", 1L);
        VALUES.put("seL4_CanGrant", 4L);
        VALUES.put("seL4_CanGrantReply", 8L);
        VALUES.put("seL4_ReadWrite", 3L);
        VALUES.put("seL4_NoWrite", 14L);
        VALUES.put("seL4_NoRead", 13L);
        VALUES.put("seL4_NoRights", 0L);
        VALUES.put("seL4_NilData", 0L);
        VALUES.put("seL4_CapNull", 0L);
        VALUES.put("seL4_X86_Default_VMAttributes", 0L);
        VALUES.put("seL4_X86_WriteBack", 0L);
        VALUES.put("seL4_X86_WriteThrough", 1L);
        VALUES.put("seL4_X86_CacheDisabled", 2L);
        VALUES.put("seL4_X86_Uncacheable", 3L);
        VALUES.put("seL4_X86_WriteCombining", 4L);
        VALUES.put("true", 1L);
        VALUES.put("false", 0L);
        VALUES.put("NULL", 0L);
    }

    private Constants() {
    }

    private static void types() {
        VALUES.put("seL4_UntypedObject", (long) ObjectType.UNTYPED.number());
        VALUES.put("seL4_TCBObject", (long) ObjectType.TCB.number());
        VALUES.put("seL4_EndpointObject", (long) ObjectType.ENDPOINT.number());
        VALUES.put("seL4_NotificationObject", (long) ObjectType.NOTIFICATION.number());
        VALUES.put("seL4_CapTableObject", (long) ObjectType.CNODE.number());
        VALUES.put("seL4_X86_PDPTObject", (long) ObjectType.PDPT.number());
        VALUES.put("seL4_X64_PML4Object", (long) ObjectType.PML4.number());
        VALUES.put("seL4_X64_HugePageObject", (long) ObjectType.HUGE_PAGE.number());
        VALUES.put("seL4_X86_4K", (long) ObjectType.PAGE_4K.number());
        VALUES.put("seL4_X86_LargePageObject", (long) ObjectType.LARGE_PAGE.number());
        VALUES.put("seL4_X86_PageTableObject", (long) ObjectType.PAGE_TABLE.number());
        VALUES.put("seL4_X86_PageDirectoryObject", (long) ObjectType.PAGE_DIRECTORY.number());
    }

    private static void sizes() {
        VALUES.put("seL4_WordBits", 64L);
        VALUES.put("seL4_SlotBits", 5L);
        VALUES.put("seL4_TCBBits", 11L);
        VALUES.put("seL4_EndpointBits", 4L);
        VALUES.put("seL4_NotificationBits", 5L);
        VALUES.put("seL4_PageBits", 12L);
        VALUES.put("seL4_LargePageBits", 21L);
        VALUES.put("seL4_HugePageBits", 30L);
        VALUES.put("seL4_IPCBufferSizeBits", 10L);
        VALUES.put("seL4_MinUntypedBits", 4L);
        VALUES.put("seL4_MaxUntypedBits", 47L);
        VALUES.put("seL4_MsgMaxLength", (long) MessageInfo.MAX_LENGTH);
        VALUES.put("seL4_MsgMaxExtraCaps", (long) MessageInfo.MAX_EXTRA_CAPS);
        VALUES.put("seL4_MaxPrio", 255L);
        VALUES.put("seL4_MinPrio", 0L);
    }

    /** The value of {@code name}, or null. */
    public static Long value(String name) {
        return VALUES.get(name);
    }

    /** All constants, in a sensible order. */
    public static Map<String, Long> all() {
        return Collections.unmodifiableMap(VALUES);
    }
}
