package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.query.FastpathAnswer;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.scenario.RandomScenarios;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.MemoryImage;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;

/** What holds for every scenario and every sequence of moves. */
class LawsTest {

    private static final int LIMIT = 400;

    @Provide
    Arbitrary<Scenario> scenarios() {
        return RandomScenarios.any();
    }

    @Provide
    Arbitrary<List<Command.Motion>> moves() {
        Arbitrary<Command.Motion> step = Combinators.combine(Arbitraries.of(StepKind.values()),
                Arbitraries.of(Granularity.values()), Arbitraries.of(Direction.values())).as(Command.Step::new);
        Arbitrary<Command.Motion> jump = Combinators.combine(Arbitraries.longs().between(0, 30),
                Arbitraries.integers().between(0, 60)).as((unit, point) -> new Command.Jump(new Mark(unit, point)));
        Arbitrary<Command.Motion> resume = Arbitraries.of(Direction.values()).map(Command.Resume::new);
        return Arbitraries.oneOf(step, step, jump, resume).list().ofMinSize(5).ofMaxSize(25);
    }

    private static Driver drive(Scenario scenario) {
        return new Driver(ScenarioTarget.factory(scenario), SessionSettings.DEFAULT);
    }

    private static void breakpoints(Driver d) {
        d.put("entry", "handle_fastsyscall/entry");
        d.put(Breakpoint.at("every", new Location.AtPoint("resolveAddressBits/entry"))
                .onHit(new HitCount(HitCount.Relation.EVERY, 3)));
        d.put(Breakpoint.at("error", new Location.AtError("")));
        d.put(Breakpoint.at("switch", new Location.ThreadSwitch("")));
        d.put(Breakpoint.at("slot", new Location.Watch(new WatchTarget.Slot("root", 1), Location.Watch.Access.CHANGE)));
        watch(d, "read", new WatchTarget.Slot("root", 3), Location.Watch.Access.READ);
        watch(d, "write", new WatchTarget.Field("a", "tsType"), Location.Watch.Access.WRITE);
        watch(d, "queue", new WatchTarget.ReadyQueue(0, 100), Location.Watch.Access.READ_OR_WRITE);
        watch(d, "mdb", new WatchTarget.MdbLink("root", 1), Location.Watch.Access.CHANGE);
        d.put(Breakpoint.at("line", new Location.AtLine(5, "")).armedBy("switch"));
    }

    private static void watch(Driver d, String id, WatchTarget target, Location.Watch.Access access) {
        d.put(Breakpoint.at(id, new Location.Watch(target, access)).onHit(new HitCount(HitCount.Relation.EVERY, 2)));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void anyMovesEndAsPlainExecutionToThatMark(@ForAll("scenarios") Scenario scenario,
            @ForAll("moves") List<Command.Motion> moves) {
        try (Driver d = drive(scenario); Driver plain = drive(scenario)) {
            breakpoints(d);
            moves.forEach(d::send);
            StopState there = d.state();
            StopState direct = plain.jump(there.mark().toString());
            assertThat(direct.mark()).isEqualTo(there.mark());
            assertThat(firstDifference(there.machine(), direct.machine())).isEmpty();
            assertThat(there.path().all()).isEqualTo(direct.path().all());
            assertThat(there.machine().objects().all()).isEqualTo(direct.machine().objects().all());
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void forwardsThenBackIsTheIdentity(@ForAll("scenarios") Scenario scenario,
            @ForAll("moves") List<Command.Motion> moves) {
        try (Driver d = drive(scenario)) {
            moves.forEach(d::send);
            StopState start = d.state();
            d.resume();
            StopState back = d.jump(start.mark().toString());
            assertThat(firstDifference(start.machine(), back.machine())).isEmpty();
            assertThat(back.topFrame().id()).isEqualTo(start.topFrame().id());
            d.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.FORWARD));
            if (!d.state().mark().equals(start.mark())) {
                StopState again = d.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD)).get();
                assertThat(again.mark()).isLessThanOrEqualTo(d.state().mark());
                StopState same = d.jump(start.mark().toString());
                assertThat(firstDifference(start.machine(), same.machine())).isEmpty();
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void breakpointsHitForwardsAreHitBackwardsInReverse(@ForAll("scenarios") Scenario scenario) {
        try (Driver d = drive(scenario)) {
            breakpoints(d);
            List<String> forwards = new ArrayList<>();
            while (forwards.size() < LIMIT && d.resume().reason() == StopReason.BREAKPOINT) {
                forwards.add(hit(d.state()));
            }
            List<String> backwards = new ArrayList<>();
            while (backwards.size() < LIMIT && d.reverse().reason() == StopReason.BREAKPOINT) {
                backwards.add(hit(d.state()));
            }
            Collections.reverse(backwards);
            assertThat(backwards).isEqualTo(forwards.subList(0, Math.min(forwards.size(), backwards.size())))
                    .hasSameSizeAs(forwards);
        }
    }

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.of("cap.type == endpoint", "!cap.canGrant", "cap.badge > 3", "a.state == Inactive",
                "thread(\"b\").priority + 1 > 100", "mr[0] == 7", "mr[9] % 2 == 1", "slot(root, 1).badge == 17",
                "error == seL4_FailedLookup", "lookup(5).canSend", "object(\"ep\").state == recv",
                "fault == VMFault", "word(0xffffff8004000000) != 0", "msgInfo.length < 4", "current == c",
                "ksCurThread == current").list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(" || ", parts));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void conditionsNeverChangeState(@ForAll("scenarios") Scenario scenario, @ForAll("conditions") String condition) {
        try (Driver d = drive(scenario); Driver plain = drive(scenario)) {
            assertThat(d.put(Breakpoint.at("c", new Location.AtPoint("handle_fastsyscall/entry")).when(condition)
                    .logging("{text(cap)}")).reason()).isEmpty();
            assertThat(firstDifference(d.resume().machine(), plain.resume().machine())).isEmpty();
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void theFirstCheckThatFailsIsWhereTheKernelLeavesTheFastpath(@ForAll("scenarios") Scenario scenario) {
        try (Driver d = drive(scenario)) {
            long end = d.resume().mark().unit();
            for (long unit = 0; unit < Math.min(end, 60); unit++) {
                UnitRecord record = d.send(new Command.RecordUnit(unit)).get();
                FastpathAnswer answer = FastpathAnswer.of(record);
                answer.failed().ifPresent(failed -> assertThat(answer.ruledOut()).startsWith(failed.point().name()));
                if (answer.end() == FastpathAnswer.End.TAKEN) {
                    assertThat(answer.ruledOut()).isEmpty();
                }
            }
        }
    }

    @Test
    void marksAreTheSameInAHundredRuns() {
        List<String> first = null;
        for (int run = 0; run < 100; run++) {
            try (Driver d = drive(Scenarios.named("why-not-fast"))) {
                breakpoints(d);
                List<String> marks = new ArrayList<>();
                while (d.resume().reason() == StopReason.BREAKPOINT) {
                    marks.add(hit(d.state()));
                }
                first = first == null ? marks : first;
                assertThat(marks).isEqualTo(first).isNotEmpty();
            }
        }
    }

    private static String hit(StopState stop) {
        return stop.mark() + " " + stop.hits().stream().map(hit -> hit.breakpoint().id() + "#" + hit.number()).toList();
    }

    /** The first word that differs, as a text; empty if none does. */
    static String firstDifference(MachineImage one, MachineImage other) {
        for (int page : one.memory().pagesNotShared(other.memory()).stream().toArray()) {
            for (long at = MemoryImage.address(page); at < MemoryImage.address(page + 1); at += 8) {
                if (one.read(at) != other.read(at)) {
                    return Long.toHexString(at) + ": " + one.read(at) + " and " + other.read(at);
                }
            }
        }
        Set<Long> devices = new TreeSet<>(one.memory().devicePages());
        devices.addAll(other.memory().devicePages());
        for (long page : devices) {
            for (long at = MemoryImage.address(page); at < MemoryImage.address(page + 1); at += 8) {
                if (one.read(at) != other.read(at)) {
                    return "device " + Long.toHexString(at) + ": " + one.read(at) + " and " + other.read(at);
                }
            }
        }
        return "";
    }
}
