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
}
