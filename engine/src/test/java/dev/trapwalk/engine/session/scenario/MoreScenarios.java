package dev.trapwalk.engine.session.scenario;

import static dev.trapwalk.engine.session.scenario.Libsel4.copy;
import static dev.trapwalk.engine.session.scenario.Libsel4.info;
import static dev.trapwalk.engine.session.scenario.Libsel4.invoke;
import static dev.trapwalk.engine.session.scenario.Libsel4.ipc;
import static dev.trapwalk.engine.session.scenario.Libsel4.yieldCpu;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.G;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.P;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.R;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.W;

import java.util.List;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.program.Statement;

/** Scenarios with more than two threads or other kinds of objects. */
final class MoreScenarios {

    private MoreScenarios() {
    }

    /** One thread that mints, deletes, retypes and revokes. */
    static Scenario objects() {
        return new ScenarioBuilder().endpoint("ep").object("ut", ObjectType.UNTYPED, 12).thread("client", "root",
                100, 0)
                .cnode("root", 4).cap("root", 1, "ep", W | R | G | P, 0).cnodeCap("root", 2, "root", 0, 60)
                .cap("root", 3, "ut", 15, 0).cap("root", 4, "client", 15, 0)
                .program("client",
                        invoke(10, "CNode_Mint", InvocationLabel.CNODE_MINT, 2, List.of(2L), 5, 64, 1, 64, 15, 0x77),
                        copy(11, 2, 6, 64, 2, 5, 64, W),
                        invoke(12, "CNode_Delete", InvocationLabel.CNODE_DELETE, 2, List.of(), 6, 64),
                        invoke(13, "Untyped_Retype", InvocationLabel.UNTYPED_RETYPE, 3, List.of(2L), 2, 0, 0, 0, 8, 2),
                        invoke(14, "CNode_Revoke", InvocationLabel.CNODE_REVOKE, 2, List.of(), 1, 64),
                        invoke(15, "TCB_SetPriority", InvocationLabel.TCB_SET_PRIORITY, 4, List.of(4L), 200),
                        invoke(16, "CNode_Copy", InvocationLabel.CNODE_COPY, 7, List.of(2L), 5, 64, 1, 64, 15))
                .build("objects");
    }

    /** A high thread that waits, a middle one that signals it by Send, a low one. */
    static Scenario priorities() {
        return new ScenarioBuilder().endpoint("ep").cnode("root", 4).thread("high", "root", 150, 0)
                .thread("middle", "root", 100, 0).thread("low", "root", 50, 0).cap("root", 1, "ep", W | R | G | P, 0)
                .program("high", ipc(10, Syscall.RECV, 1, 0), ipc(11, Syscall.RECV, 1, 0))
                .program("middle", ipc(20, Syscall.SEND, 1, info(7, 0, 1)), yieldCpu(21), ipc(22, Syscall.RECV, 1, 0))
                .program("low", ipc(30, Syscall.NB_SEND, 1, info(8, 0, 0)), yieldCpu(31))
                .build("priorities");
    }

    /** A CSpace of two levels with a guard in the second; calls through CPtrs that match and that do not. */
    static Scenario twoLevels() {
        return new ScenarioBuilder().endpoint("ep").cnode("root", 4).cnode("second", 4)
                .thread("client", "root", 52, 100, 0).cnodeCap("root", 3, "second", 0xa, 4)
                .cap("second", 5, "ep", W | P, 0x55)
                .program("client", ipc(10, Syscall.NB_SEND, 0x3a5, info(1, 0, 0)),
                        ipc(11, Syscall.NB_SEND, 0x3b5, info(1, 0, 0)), ipc(12, Syscall.NB_SEND, 0x415, info(1, 0, 0)))
                .build("two-levels");
    }

    /** A call that is too long, through a capability without Grant, to an endpoint where nobody waits. */
    static Scenario slowForManyReasons() {
        return new ScenarioBuilder().endpoint("ep").thread("client", "root", 100, 0).cnode("root", 4)
                .cap("root", 1, "ep", W, 0).program("client", ipc(10, Syscall.CALL, 1, info(0, 0, 6)))
                .build("slow-for-many-reasons");
    }

    /** Mistakes with page tables, pages, ASIDs and IO ports. */
    static Scenario x86Errors() {
        return new ScenarioBuilder().cnode("root", 5).endpoint("ep").thread("client", "root", 59, 100, 0)
                .object("vspace", ObjectType.PML4, 0).object("page", ObjectType.PAGE_4K, 0)
                .object("table", ObjectType.PAGE_TABLE, 0).object("directory", ObjectType.PAGE_DIRECTORY, 0)
                .object("pdpt", ObjectType.PDPT, 0).object("ut", ObjectType.UNTYPED, 13)
                .cap("root", 1, "ep", 15, 0).cnodeCap("root", 2, "root", 0, 59).cap("root", 3, "vspace", 15, 0)
                .cap("root", 4, "page", 15, 0).cap("root", 5, "table", 15, 0).cap("root", 6, "directory", 15, 0)
                .cap("root", 7, "pdpt", 15, 0).cap("root", 8, "ut", 15, 0).cap("root", 9, "asid_control", 15, 0)
                .cap("root", 10, "io_port_control", 15, 0)
                .program("client",
                        invoke(10, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(1L), 0x400000, 3, 0),
                        invoke(11, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(), 0x400000, 3, 0),
                        invoke(12, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(3L), 0x400000, 3),
                        invoke(13, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(3L), -1L << 47, 3, 0),
                        invoke(14, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(3L), 0x400010, 3, 0),
                        invoke(15, "X86_Page_Map", InvocationLabel.X86_PAGE_MAP, 4, List.of(3L), 0x7000_0000_0000L, 3,
                                0),
                        invoke(16, "X86_PageTable_Map", InvocationLabel.X86_PAGE_TABLE_MAP, 5, List.of(3L),
                                0x7000_0000_0000L, 0),
                        invoke(17, "X86_PDPT_Map", InvocationLabel.X86_PDPT_MAP, 7, List.of(3L), -1L << 47, 0),
                        invoke(18, "X86_PageDirectory_Map", InvocationLabel.X86_PAGE_TABLE_MAP, 6, List.of(3L), 0, 0),
                        invoke(19, "X86_ASIDControl_MakePool", InvocationLabel.X86_ASID_CONTROL_MAKE_POOL, 9,
                                List.of(8L, 2L), 20, 64),
                        invoke(20, "X86_IOPortControl_Issue", InvocationLabel.X86_IO_PORT_CONTROL_ISSUE, 10,
                                List.of(2L), 0x3f8, 0x3f0, 20, 64),
                        invoke(21, "X86_IOPortControl_Issue", InvocationLabel.X86_IO_PORT_CONTROL_ISSUE, 10,
                                List.of(2L), 0x3f8, 0x3ff, 20, 64),
                        invoke(22, "X86_IOPort_In8", InvocationLabel.X86_IO_PORT_IN8, 20, List.of(), 0x80),
                        invoke(23, "X86_IOPortControl_Issue", InvocationLabel.X86_IO_PORT_CONTROL_ISSUE, 10,
                                List.of(2L), 0x3f0, 0x3f8, 21, 64))
                .build("x86-errors");
    }

    /** Mistakes with interrupts and domains. */
    static Scenario irqErrors() {
        return new ScenarioBuilder().cnode("root", 4).endpoint("ep").thread("client", "root", 100, 0)
                .cap("root", 1, "ep", 15, 0).cnodeCap("root", 2, "root", 0, 60).cap("root", 3, "irq_control", 15, 0)
                .cap("root", 4, "domain", 15, 0)
                .program("client",
                        invoke(10, "IRQControl_Get", InvocationLabel.IRQ_ISSUE_IRQ_HANDLER, 3, List.of(2L), 4, 8, 64),
                        ioapic(11, 0, 24, 0, 0, 5), ioapic(12, 0, 4, 2, 0, 5), ioapic(13, 0, 4, 0, 0, 200),
                        ioapic(14, 0, 4, 0, 0, 5), ioapic(15, 0, 5, 0, 0, 5),
                        invoke(16, "IRQControl_GetMSI", InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_MSI, 3, List.of(2L),
                                9, 64, 256, 0, 0, 0, 6),
                        invoke(17, "IRQHandler_SetNotification", InvocationLabel.IRQ_SET_IRQ_HANDLER, 8, List.of(1L)),
                        invoke(18, "DomainSet_Set", InvocationLabel.DOMAIN_SET_SET, 4, List.of(1L), 99),
                        invoke(19, "DomainSet_Set", InvocationLabel.DOMAIN_SET_SET, 4, List.of(1L), 0),
                        invoke(20, "DomainSet_ScheduleSetStart", InvocationLabel.DOMAIN_SCHEDULE_SET_START, 4,
                                List.of(), 1 << 20))
                .build("irq-errors");
    }

    /** Four threads, each with a fault of another kind, and one that hears of them. */
    static Scenario faults() {
        return new ScenarioBuilder().endpoint("faults").cnode("root", 4).cnode("handler_root", 4)
                .thread("handler", "handler_root", 120, 0).thread("a", "root", 110, 1).thread("b", "root", 105, 1)
                .thread("c", "root", 100, 1).thread("d", "root", 95, 1).cap("root", 1, "faults", 15, 0x7).cap("handler_root", 1, "faults", R, 0)
                .program("handler", ipc(10, Syscall.RECV, 1, 0), ipc(11, Syscall.RECV, 1, 0),
                        ipc(12, Syscall.RECV, 1, 0), ipc(13, Syscall.RECV, 1, 0), ipc(14, Syscall.RECV, 1, 0))
                .program("a", ipc(20, Syscall.CALL, 0x100, info(0, 0, 0)))
                .program("b", Libsel4.load(30, 0x7000)).program("c", Libsel4.raw(40, -99, 0))
                .program("d", yieldCpu(50))
                .build("faults");
    }

    /** A thread that makes objects, moves one, uses them, takes the memory back and makes others of it. */
    static Scenario madeObjects() {
        return new ScenarioBuilder().cnode("root", 4).thread("client", "root", 100, 0)
                .object("ut", ObjectType.UNTYPED, 13).cnodeCap("root", 2, "root", 0, 60).cap("root", 3, "ut", 15, 0)
                .program("client",
                        retype(10, ObjectType.ENDPOINT, 0, 8, 2), retype(11, ObjectType.CNODE, 2, 10, 1),
                        retype(12, ObjectType.TCB, 0, 11, 1),
                        invoke(13, "CNode_Move", InvocationLabel.CNODE_MOVE, 2, List.of(2L), 12, 64, 8, 64),
                        Libsel4.copy(14, 10, 1, 2, 2, 12, 64, 15),
                        invoke(15, "CNode_Revoke", InvocationLabel.CNODE_REVOKE, 2, List.of(), 3, 64),
                        retype(16, ObjectType.NOTIFICATION, 0, 9, 1), retype(17, ObjectType.ENDPOINT, 0, 8, 1),
                        ipc(18, Syscall.RECV, 8, 0))
                .build("made-objects");
    }

    private static Statement retype(int line, ObjectType type, long sizeBits, long slot, long count) {
        return invoke(line, "Untyped_Retype", InvocationLabel.UNTYPED_RETYPE, 3, List.of(2L), type.number(), sizeBits,
                0, 0, slot, count);
    }

    private static Statement ioapic(int line, long ioapic, long pin, long level, long polarity, long vector) {
        return invoke(line, "IRQControl_GetIOAPIC", InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_IOAPIC, 3, List.of(2L),
                8, 64, ioapic, pin, level, polarity, vector);
    }
}
