package dev.trapwalk.engine.session;

import static dev.trapwalk.engine.session.Driver.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** Sessions over scenarios that are really booted. */
class RealMachineTest {

    private static Driver drive(String scenario) {
        return new Driver(ScenarioTarget.factory(Scenarios.named(scenario)), SessionSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-fastpath", "why-not-fast", "cnode-copy", "unknown-syscall", "no-handler", "ping-pong",
        "objects", "priorities", "two-levels"})
    void scenariosRunToTheirEndWithAllExpectationsMet(String scenario) {
        try (Driver d = drive(scenario)) {
            d.put(Breakpoint.at("expect", new Location.ExpectationFailed()));
            assertThat(d.resume()).satisfies(stop -> assertThat(stop.reason()).as(stop + stop.message())
                    .isEqualTo(StopReason.END));
        }
    }

    @Test
    void framesOfACopyShowTheKernelsOwnFunctions() {
        try (Driver d = drive("cnode-copy")) {
            d.put("decode", "decodeCNodeInvocation/entry");
            at(d.resume(), d.state().mark().toString(), "decodeCNodeInvocation/entry");
            assertThat(d.state().thread().name()).isEqualTo("client");
            assertThat(d.state().thread().frames()).extracting(Frame::label).containsExactly("decodeCNodeInvocation",
                    "decodeInvocation", "handleInvocation", "handleSyscall", "slowpath", "fastpath_call",
                    "c_handle_syscall",
                    "handle_fastsyscall", "39  error = seL4_CNode_Copy(2)");
        }
    }
}
