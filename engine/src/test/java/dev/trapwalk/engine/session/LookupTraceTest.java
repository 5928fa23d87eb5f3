package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.query.LookupTrace;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** Lookups as the kernel made them. */
class LookupTraceTest {

    @Test
    void theFailedLookupOfACopyEndsAtTheGuardOfTheInvokedCNode() {
        try (Driver d = new Driver(ScenarioTarget.factory(Scenarios.named("cnode-copy")), SessionSettings.DEFAULT)) {
            d.put(Breakpoint.at("error", new Location.AtError("seL4_FailedLookup")));
            d.resume();
            UnitRecord unit = d.send(new Command.RecordUnit(d.state().mark().unit())).get();
            LookupTrace trace = LookupTrace.failed(unit).orElseThrow();
            assertThat(trace.cptr()).isEqualTo(0x100);
            assertThat(trace.depth()).isEqualTo(64);
            assertThat(trace.levels()).hasSize(1);
            LookupTrace.Level level = trace.levels().get(0);
            assertThat(level.guardMatches()).isFalse();
            assertThat(level.guardBits()).isEqualTo(60);
            assertThat(level.guard()).isZero();
            assertThat(level.found()).isEqualTo(0x10);
            assertThat(unit.before().describe().slot(level.slot())).isEqualTo("root[2]");
        }
    }

    @Test
    void aSystemCallWhoseLookupsSucceedHasNone() {
        try (Driver d = new Driver(ScenarioTarget.factory(Scenarios.named("cnode-copy")), SessionSettings.DEFAULT)) {
            d.put(Breakpoint.at("error", new Location.AtError("seL4_DeleteFirst")));
            d.resume();
            assertThat(LookupTrace.failed(d.send(new Command.RecordUnit(d.state().mark().unit())).get())).isEmpty();
        }
    }
}
