package dev.trapwalk.engine.session;

import static dev.trapwalk.engine.session.Driver.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.state.StopReason;

/** Breakpoints stop the machine forwards, and backwards in reverse order. */
class BreakpointsTest {

    @Test
    void stopsAtAPointForwardsAndBackwards() {
        try (Driver d = Driver.toy(6)) {
            assertThat(d.put("w", "toy_work/write").isVerified()).isTrue();
            at(d.resume(), "0.4", "toy_work/write");
            assertThat(d.state().hits()).hasSize(1);
            at(d.resume(), "2.4", "toy_work/write");
            at(d.resume(), "4.4", "toy_work/write");
            assertThat(d.resume().reason()).isEqualTo(StopReason.END);
            at(d.reverse(), "4.4", "toy_work/write");
            at(d.reverse(), "2.4", "toy_work/write");
            at(d.reverse(), "0.4", "toy_work/write");
            assertThat(d.reverse().reason()).isEqualTo(StopReason.HISTORY_START);
            at(d.resume(), "0.4", "toy_work/write");
        }
    }

    @Test
    void checksCanBeTakenByTheirOutcome() {
        try (Driver d = Driver.toy(6)) {
            d.put(Breakpoint.at("f", new Location.AtPoint("toy_trap/even", Location.AtPoint.Mode.FAILS)));
            at(d.resume(), "1.2", "toy_trap/even");
            at(d.resume(), "3.2", "toy_trap/even");
        }
    }

    @Test
    void hitCountsAreTheSameInBothDirections() {
        try (Driver d = Driver.toy(12)) {
            d.put(Breakpoint.at("w", new Location.AtPoint("toy_work/write"))
                    .onHit(new HitCount(HitCount.Relation.EVERY, 2)));
            at(d.resume(), "2.4", "toy_work/write");
            at(d.resume(), "6.4", "toy_work/write");
            at(d.resume(), "10.4", "toy_work/write");
            at(d.reverse(), "6.4", "toy_work/write");
            at(d.resume(), "10.4", "toy_work/write");
            d.resume();
            at(d.reverse(), "10.4", "toy_work/write");
            assertThat(d.state().hits().get(0).number()).isEqualTo(6);
        }
    }

    @Test
    void threadFilterTriggerAndSkip() {
        try (Driver d = Driver.toy(12)) {
            d.put(Breakpoint.at("e", new Location.AtPoint("toy_trap/entry")).inThreads(Set.of("server")));
            at(d.resume(), "1.1", "toy_trap/entry");
            d.put(Breakpoint.at("armed", new Location.AtPoint("toy_work/write")).armedBy("e"));
            at(d.resume(), "2.4", "toy_work/write");
            at(d.resume(), "3.1", "toy_trap/entry");
            at(d.resume(), "4.4", "toy_work/write");
            d.send(new Command.SkipBreakpoints(true));
            assertThat(d.resume().reason()).isEqualTo(StopReason.END);
        }
    }

    @Test
    void watchedWordsStopRightAfterTheWrite() {
        try (Driver d = Driver.toy(6)) {
            d.put(Breakpoint.at("m", new Location.Watch(new WatchTarget.Memory(ToyMachine.LAST, 8),
                    Location.Watch.Access.CHANGE)));
            at(d.resume(), "2.4", "toy_work/write");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x0 -> 0x2");
            at(d.resume(), "4.4", "toy_work/write");
            at(d.reverse(), "2.4", "toy_work/write");
            d.put(Breakpoint.at("t", new Location.ThreadSwitch("client")));
            at(d.resume(), "4.0", "user");
            at(d.resume(), "4.4", "toy_work/write");
            at(d.reverse(), "4.0", "user");
            at(d.reverse(), "2.4", "toy_work/write");
            at(d.reverse(), "2.0", "user");
        }
    }

    private static Breakpoint watch(String id, long address, Location.Watch.Access access) {
        return Breakpoint.at(id, new Location.Watch(new WatchTarget.Memory(address, 8), access));
    }

    @Test
    void watchesOfReadsStopAfterTheLoadInBothDirections() {
        try (Driver d = Driver.toy(4)) {
            d.put(watch("r", ToyMachine.COUNTER, Location.Watch.Access.READ));
            at(d.resume(), "0.1", "toy_trap/entry");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x0 read");
            at(d.resume(), "1.1", "toy_trap/entry");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x1 read");
            at(d.resume(), "2.1", "toy_trap/entry");
            at(d.reverse(), "1.1", "toy_trap/entry");
            at(d.reverse(), "0.1", "toy_trap/entry");
            assertThat(d.reverse().reason()).isEqualTo(StopReason.HISTORY_START);
        }
    }

    @Test
    void watchesOfWritesSeeAStoreOfTheValueThatIsThere() {
        try (Driver d = Driver.toy(4)) {
            d.put(watch("w", ToyMachine.LAST, Location.Watch.Access.WRITE));
            at(d.resume(), "0.4", "toy_work/write");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x0 stored again");
            at(d.resume(), "2.4", "toy_work/write");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x0 -> 0x2");
            d.put(watch("w", ToyMachine.COUNTER, Location.Watch.Access.READ_OR_WRITE));
            at(d.resume(), "3.1", "toy_trap/entry");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x3 read");
            at(d.resume(), "3.2", "toy_trap/even");
            assertThat(d.state().hits().get(0).detail()).endsWith(": 0x3 -> 0x4");
            at(d.reverse(), "3.1", "toy_trap/entry");
        }
    }

    @Test
    void lookingAtTheMachineIsNoReadOfIt() {
        try (Driver d = Driver.toy(4)) {
            d.put(watch("r", ToyMachine.LAST, Location.Watch.Access.READ));
            d.put(Breakpoint.at("c", new Location.AtPoint("toy_trap/entry"))
                    .when("word(0x" + Long.toHexString(ToyMachine.LAST) + ") == 99"));
            assertThat(d.resume().reason()).isEqualTo(StopReason.END);
        }
    }

    @Test
    void whatDoesNotExistIsNotVerified() {
        try (Driver d = Driver.toy(2)) {
            BreakpointStatus status = d.put("x", "toy_trap/odd");
            assertThat(status.isVerified()).isFalse();
            assertThat(status.reason()).contains("toy_trap/odd");
            assertThat(d.send(new Command.RemoveBreakpoint("y")).code()).isEqualTo(ResultCode.NOT_FOUND);
            assertThat(d.put(Breakpoint.at("e", new Location.AtPoint("toy_trap/entry", Location.AtPoint.Mode.FAILS)))
                    .isVerified()).isFalse();
        }
    }

    @Test
    void conditionsAndLogMessages() {
        try (Driver d = Driver.toy(12)) {
            d.put(Breakpoint.at("c", new Location.AtPoint("toy_work/write")).when("value == 6 && current == client"));
            d.put(Breakpoint.at("l", new Location.AtPoint("toy_trap/entry")).when("count % 4 == 0")
                    .logging("count {count} of {current}"));
            at(d.resume(), "6.4", "toy_work/write");
            assertThat(d.resume().reason()).isEqualTo(StopReason.END);
            at(d.reverse(), "6.4", "toy_work/write");
            assertThat(d.events.stream().filter(SessionEvent.Output.class::isInstance)
                    .map(e -> ((SessionEvent.Output) e).mark() + " " + ((SessionEvent.Output) e).text()))
                    .containsExactly("0.0 client: count 0 of client", "4.0 client: count 4 of client",
                            "8.0 client: count 8 of client");
            assertThat(d.put(Breakpoint.at("x", new Location.AtPoint("toy_work/write")).when("value = 6")).reason())
                    .startsWith("column 7:");
        }
    }
}
