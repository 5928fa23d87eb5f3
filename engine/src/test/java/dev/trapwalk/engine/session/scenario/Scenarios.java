package dev.trapwalk.engine.session.scenario;

import static dev.trapwalk.engine.session.scenario.Libsel4.copy;
import static dev.trapwalk.engine.session.scenario.Libsel4.expectMr;
import static dev.trapwalk.engine.session.scenario.Libsel4.expectVariable;
import static dev.trapwalk.engine.session.scenario.Libsel4.info;
import static dev.trapwalk.engine.session.scenario.Libsel4.ipc;
import static dev.trapwalk.engine.session.scenario.Libsel4.raw;
import static dev.trapwalk.engine.session.scenario.Libsel4.setCap;
import static dev.trapwalk.engine.session.scenario.Libsel4.setMr;
import static dev.trapwalk.engine.session.scenario.Libsel4.yieldCpu;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.G;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.P;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.R;
import static dev.trapwalk.engine.session.scenario.ScenarioBuilder.W;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.program.Statement;

/** Scenarios of the scripts, by name. The first four are the examples that users get, line by line. */
public final class Scenarios {

    private static final Map<String, Supplier<Scenario>> ALL = Map.ofEntries(Map.entry("call-fastpath",
            Scenarios::callFastpath),
            Map.entry("why-not-fast", Scenarios::whyNotFast), Map.entry("cnode-copy", Scenarios::cnodeCopy),
            Map.entry("unknown-syscall", Scenarios::unknownSyscall), Map.entry("no-handler", Scenarios::noHandler),
            Map.entry("expectation", Scenarios::expectation), Map.entry("ping-pong", () -> pingPong(200)),
            Map.entry("objects", MoreScenarios::objects), Map.entry("priorities", MoreScenarios::priorities),
            Map.entry("two-levels", MoreScenarios::twoLevels),
            Map.entry("faults", MoreScenarios::faults), Map.entry("made-objects", MoreScenarios::madeObjects),
            Map.entry("x86-errors", MoreScenarios::x86Errors), Map.entry("irq-errors", MoreScenarios::irqErrors),
            Map.entry("slow-for-many-reasons", MoreScenarios::slowForManyReasons));

    private Scenarios() {
    }

    /** The scenario with a name; throws if there is none. */
    public static Scenario named(String name) {
        return ALL.get(name).get();
    }

    static ScenarioBuilder clientAndServer() {
        return new ScenarioBuilder().endpoint("ep").thread("client", "client_cspace", 100, 0)
                .thread("server", "server_cspace", 100, 0).cnode("client_cspace", 4).cnode("server_cspace", 4)
                .cap("client_cspace", 1, "ep", W | P, 0x11).cap("server_cspace", 1, "ep", R, 0);
    }

    static Scenario callFastpath() {
        return clientAndServer()
                .program("server", ipc(50, Syscall.RECV, 1, 0), expectMr(51, 0, 42), setMr(52, 0, 43),
                        ipc(53, Syscall.REPLY_RECV, 1, info(0, 0, 1)))
                .program("client", yieldCpu(57), setMr(58, 0, 42), ipc(59, Syscall.CALL, 1, info(0, 0, 1)),
                        expectMr(60, 0, 43))
                .build("call-fastpath");
    }

    static Scenario whyNotFast() {
        Statement reply = ipc(49, Syscall.REPLY_RECV, 1, info(0, 0, 1));
        return clientAndServer()
                .program("server", ipc(48, Syscall.RECV, 1, 0), reply, reply, reply)
                .program("client", ipc(55, Syscall.CALL, 1, info(0, 0, 1)), ipc(56, Syscall.CALL, 1, info(0, 0, 5)),
                        setCap(57, 0, 1), ipc(58, Syscall.CALL, 1, info(0, 1, 1)))
                .build("why-not-fast");
    }

    static Scenario cnodeCopy() {
        return new ScenarioBuilder().endpoint("ep").thread("client", "root", 100, 0).cnode("root", 4)
                .cap("root", 1, "ep", W | R | G | P, 0).cnodeCap("root", 2, "root", 0, 60)
                .program("client", copy(39, 2, 9, 64, 2, 1, 64, R | W), expectVariable(40, "error", 0),
                        copy(42, 2, 9, 64, 2, 1, 64, 15), expectVariable(43, "error", 8),
                        copy(45, 2, 0x100, 64, 2, 1, 64, 15), expectVariable(46, "error", 6))
                .build("cnode-copy");
    }

    static Scenario unknownSyscall() {
        return new ScenarioBuilder().endpoint("faults").thread("client", "client_cspace", 100, 1)
                .thread("handler", "handler_cspace", 100, 0).cnode("client_cspace", 4).cnode("handler_cspace", 4)
                .cap("client_cspace", 1, "faults", W | G, 0xc).cap("handler_cspace", 1, "faults", R, 0)
                .program("client", raw(45, -42, 0x1234), yieldCpu(46))
                .program("handler", ipc(50, Syscall.RECV, 1, 0), expectVariable(51, "badge", 0xc),
                        ipc(52, Syscall.REPLY, 0, 0), ipc(53, Syscall.RECV, 1, 0))
                .build("unknown-syscall");
    }

    static Scenario noHandler() {
        return new ScenarioBuilder().thread("client", "root", 100, 0).cnode("root", 4)
                .program("client", raw(10, -42, 0x1234)).build("no-handler");
    }

    static Scenario expectation() {
        return new ScenarioBuilder().thread("client", "root", 100, 0).cnode("root", 4)
                .program("client", setMr(10, 0, 1), expectMr(11, 0, 1), expectMr(12, 0, 2), yieldCpu(13))
                .build("expectation");
    }

    /** {@code rounds} calls from client to server, all but the first on the fastpath. */
    public static Scenario pingPong(int rounds) {
        List<Statement> client = new ArrayList<>();
        List<Statement> server = new ArrayList<>(List.of(ipc(10, Syscall.RECV, 1, 0)));
        for (int i = 0; i < rounds; i++) {
            client.add(ipc(20, Syscall.CALL, 1, info(0, 0, 1)));
            server.add(ipc(11, Syscall.REPLY_RECV, 1, info(0, 0, 1)));
        }
        return clientAndServer().program("client", client.toArray(Statement[]::new))
                .program("server", server.toArray(Statement[]::new)).build("ping-pong");
    }
}
