package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.query.Coverage;
import dev.trapwalk.engine.session.query.CoverageReport;
import dev.trapwalk.engine.session.query.Settable;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.script.SavedSession;
import dev.trapwalk.engine.session.script.ScriptException;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** A session is saved as text and reopened elsewhere at the same mark. */
class SavedSessionTest {

    private static Driver drive() {
        return new Driver(ScenarioTarget.factory(Scenarios.named("cnode-copy")), SessionSettings.DEFAULT);
    }

    @Test
    void reopenedItStandsAtTheSameMarkOfTheSameBranch() {
        String text;
        StopState left;
        try (Driver d = drive()) {
            d.put(Breakpoint.at("an error", new Location.AtError("")).when("error != seL4_FailedLookup")
                    .onHit(new HitCount(HitCount.Relation.AT_LEAST, 1)).logging("it's {error}"));
            d.resume();
            d.jump("1.0");
            d.send(new Command.SetValue(Settable.find(d.state(), "mr0").orElseThrow(), 10)).get();
            d.resume();
            left = d.jump("5.20");
            text = new SavedSession("cnode-copy", d.send(new Command.ListBreakpoints()).get().stream()
                    .map(BreakpointStatus::breakpoint).toList(), Map.of("here", left.mark()),
                    d.send(new Command.ListBranches()).get(), left.mark()).text();
        }
        SavedSession saved = SavedSession.read(text);
        assertThat(saved.text()).isEqualTo(text);
        try (Driver d = drive()) {
            saved.commands().forEach(command -> assertThat(d.send(command).isOk()).as(command.toString()).isTrue());
            assertThat(d.state().mark()).isEqualTo(left.mark());
            assertThat(d.state().time().branch()).isEqualTo("branch-1");
            assertThat(d.send(new Command.NamedMarks()).get()).isEqualTo(Map.of("here", left.mark()));
            assertThat(LawsTest.firstDifference(left.machine(), d.state().machine())).isEmpty();
            assertThat(d.send(new Command.SwitchBranch("main")).isOk()).isTrue();
        }
    }

    @Test
    void wrongLinesAreNamed() {
        assertThatThrownBy(() -> SavedSession.read("something")).isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> SavedSession.read("trapwalk session 1\nscenario x\nat nowhere\n"))
                .isInstanceOf(ScriptException.class).hasMessageStartingWith("Line 3:");
    }

    @Test
    void coverageIsAlsoAnLcovTrace() {
        try (Driver d = drive()) {
            d.resume();
            Coverage coverage = d.send(new Command.CoverageSoFar()).get();
            List<String> lines = CoverageReport.lcov(coverage).lines().toList();
            assertThat(lines).contains("SF:decodeCNodeInvocation", "FNDA:3,decodeCNodeInvocation", "end_of_record");
            assertThat(lines.stream().filter(line -> line.startsWith("SF:")).count())
                    .isEqualTo(lines.stream().filter("end_of_record"::equals).count());
            assertThat(CoverageReport.summary(coverage.plus(coverage))).isEqualTo(CoverageReport.summary(coverage));
            assertThat(coverage.plus(coverage).points()).allSatisfy(point ->
                    assertThat(coverage.plus(coverage).held(point)).isEqualTo(2 * coverage.held(point)));
        }
    }
}
