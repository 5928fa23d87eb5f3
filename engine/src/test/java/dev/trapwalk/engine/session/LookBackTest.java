package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.query.RunLog;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** What happened up to now: statements with their results, and the points passed. */
class LookBackTest {

    private static KernelPoint decode() {
        return Catalogue.function("decodeCNodeInvocation").orElseThrow().entry();
    }

    private static Driver drive(String scenario) {
        return new Driver(ScenarioTarget.factory(Scenarios.named(scenario)), SessionSettings.DEFAULT);
    }

    @Test
    void theResultsOfThreeCopiesAreTheirErrors() {
        try (Driver d = drive("cnode-copy")) {
            d.resume();
            Mark end = d.state().mark();
            RunLog log = d.send(new Command.LookBack(0)).get();
            assertThat(log.executed().stream().filter(done -> done.statement() instanceof Statement.SystemCall)
                    .map(done -> MessageInfo.LABEL.in(done.words().get(0)))).containsExactly(0L, 8L, 6L);
            assertThat(log.executed().stream().filter(done -> done.statement() instanceof Statement.Expect)
                    .map(done -> done.words().get(2))).containsExactly(1L, 1L, 1L);
            assertThat(log.coverage().held(decode())).isEqualTo(3);
            assertThat(d.state().mark()).isEqualTo(end);
        }
    }

    @Test
    void aStretchGoesOnWhereTheLastOneEnded() {
        try (Driver d = drive("cnode-copy")) {
            d.put("decode", "decodeCNodeInvocation/entry");
            d.resume();
            RunLog first = d.send(new Command.LookBack(0)).get();
            assertThat(first.executed()).isEmpty();
            assertThat(first.to()).isEqualTo(d.state().mark().unit());
            d.resume();
            RunLog second = d.send(new Command.LookBack(first.to())).get();
            assertThat(second.executed()).hasSize(2);
            assertThat(second.coverage().held(decode())).isEqualTo(1);
            assertThat(d.send(new Command.LookBack(second.to())).get().executed()).isEmpty();
        }
    }

    @Test
    void aReceivedMessageComesWithBadgeAndWords() {
        try (Driver d = drive("call-fastpath")) {
            d.resume();
            RunLog.Executed received = d.send(new Command.LookBack(0)).get().executed().stream()
                    .filter(done -> done.thread().equals("server")
                            && done.statement() instanceof Statement.SystemCall).findFirst().orElseThrow();
            assertThat(received.words().get(1)).isEqualTo(0x11);
            assertThat(received.words().get(2)).isEqualTo(42);
        }
    }
}
