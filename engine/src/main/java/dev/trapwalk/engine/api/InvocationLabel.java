package dev.trapwalk.engine.api;

/**
 * Invocation labels of the non-MCS x86-64 kernel (libsel4's invocation.xml, sel4_arch and arch additions); the ordinal is the
 * number in the label field of the message info.
 */
public enum InvocationLabel {
    INVALID_INVOCATION("InvalidInvocation"), UNTYPED_RETYPE("UntypedRetype"),
    TCB_READ_REGISTERS("TCBReadRegisters"), TCB_WRITE_REGISTERS("TCBWriteRegisters"),
    TCB_COPY_REGISTERS("TCBCopyRegisters"), TCB_CONFIGURE("TCBConfigure"), TCB_SET_PRIORITY("TCBSetPriority"),
    TCB_SET_MC_PRIORITY("TCBSetMCPriority"), TCB_SET_SCHED_PARAMS("TCBSetSchedParams"),
    TCB_SET_IPC_BUFFER("TCBSetIPCBuffer"), TCB_SET_SPACE("TCBSetSpace"), TCB_SUSPEND("TCBSuspend"),
    TCB_RESUME("TCBResume"), TCB_BIND_NOTIFICATION("TCBBindNotification"),
    TCB_UNBIND_NOTIFICATION("TCBUnbindNotification"), TCB_SET_TLS_BASE("TCBSetTLSBase"),
    TCB_SET_FLAGS("TCBSetFlags"), CNODE_REVOKE("CNodeRevoke"), CNODE_DELETE("CNodeDelete"),
    CNODE_CANCEL_BADGED_SENDS("CNodeCancelBadgedSends"), CNODE_COPY("CNodeCopy"), CNODE_MINT("CNodeMint"),
    CNODE_MOVE("CNodeMove"), CNODE_MUTATE("CNodeMutate"), CNODE_ROTATE("CNodeRotate"),
    CNODE_SAVE_CALLER("CNodeSaveCaller"), IRQ_ISSUE_IRQ_HANDLER("IRQIssueIRQHandler"), IRQ_ACK_IRQ("IRQAckIRQ"),
    IRQ_SET_IRQ_HANDLER("IRQSetIRQHandler"), IRQ_CLEAR_IRQ_HANDLER("IRQClearIRQHandler"),
    DOMAIN_SET_SET("DomainSetSet"), DOMAIN_SCHEDULE_CONFIGURE("DomainScheduleConfigure"),
    DOMAIN_SCHEDULE_SET_START("DomainScheduleSetStart"), X86_PDPT_MAP("X86PDPTMap"), X86_PDPT_UNMAP("X86PDPTUnmap"),
    X86_PAGE_DIRECTORY_MAP("X86PageDirectoryMap"), X86_PAGE_DIRECTORY_UNMAP("X86PageDirectoryUnmap"),
    X86_PAGE_TABLE_MAP("X86PageTableMap"), X86_PAGE_TABLE_UNMAP("X86PageTableUnmap"), X86_PAGE_MAP("X86PageMap"),
    X86_PAGE_UNMAP("X86PageUnmap"), X86_PAGE_GET_ADDRESS("X86PageGetAddress"),
    X86_ASID_CONTROL_MAKE_POOL("X86ASIDControlMakePool"), X86_ASID_POOL_ASSIGN("X86ASIDPoolAssign"),
    X86_IO_PORT_CONTROL_ISSUE("X86IOPortControlIssue"), X86_IO_PORT_IN8("X86IOPortIn8"),
    X86_IO_PORT_IN16("X86IOPortIn16"), X86_IO_PORT_IN32("X86IOPortIn32"), X86_IO_PORT_OUT8("X86IOPortOut8"),
    X86_IO_PORT_OUT16("X86IOPortOut16"), X86_IO_PORT_OUT32("X86IOPortOut32"),
    X86_IRQ_ISSUE_IRQ_HANDLER_IOAPIC("X86IRQIssueIRQHandlerIOAPIC"),
    X86_IRQ_ISSUE_IRQ_HANDLER_MSI("X86IRQIssueIRQHandlerMSI");

    private static final InvocationLabel[] ALL = values();

    private final String label;

    InvocationLabel(String label) {
        this.label = label;
    }

    /** seL4's number of this label. */
    public int number() {
        return ordinal();
    }

    /** seL4's name of this label. */
    public String label() {
        return label;
    }

    /** The label with a number, or null. */
    public static InvocationLabel of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : null;
    }

    @Override
    public String toString() {
        return label;
    }
}
