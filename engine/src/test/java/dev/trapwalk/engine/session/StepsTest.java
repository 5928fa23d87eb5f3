package dev.trapwalk.engine.session;

import static dev.trapwalk.engine.session.Driver.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.StopReason;

/** Stepping in both directions, at every granularity. */
class StepsTest {

    @Test
    void stepsThroughEveryPointAndBack() {
        try (Driver d = Driver.toy(4)) {
            at(d.state(), "0.0", "user");
            at(d.into(), "0.1", "toy_trap/entry");
            at(d.into(), "0.2", "toy_trap/even");
            at(d.into(), "0.3", "toy_work/entry");
            at(d.into(), "0.4", "toy_work/write");
            at(d.into(), "0.5", "toy_work/return");
            at(d.into(), "0.6", "toy_trap/return");
            at(d.into(), "1.0", "user");
            at(d.into(), "1.1", "toy_trap/entry");
            at(d.backInto(), "1.0", "user");
            at(d.backInto(), "0.6", "toy_trap/return");
            at(d.backInto(), "0.5", "toy_work/return");
            at(d.jump("0.1"), "0.1", "toy_trap/entry");
            at(d.backInto(), "0.0", "user");
            assertThat(d.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD)).code())
                    .isEqualTo(ResultCode.HISTORY_EXHAUSTED);
        }
    }

    @Test
    void overAndReturnSkipTheCalledFunction() {
        try (Driver d = Driver.toy(4)) {
            at(d.jump("0.2"), "0.2", "toy_trap/even");
            at(d.step(StepKind.OVER, Granularity.POINT), "0.6", "toy_trap/return");
            at(d.step(StepKind.OVER, Granularity.POINT), "1.0", "user");
            at(d.back(StepKind.OVER, Granularity.POINT), "0.0", "user");
            at(d.jump("0.4"), "0.4", "toy_work/write");
            at(d.step(StepKind.RETURN, Granularity.POINT), "0.6", "toy_trap/return");
            at(d.back(StepKind.OVER, Granularity.POINT), "0.2", "toy_trap/even");
            at(d.jump("0.5"), "0.5", "toy_work/return");
            at(d.back(StepKind.RETURN, Granularity.POINT), "0.2", "toy_trap/even");
        }
    }

    @Test
    void functionsPhasesAndSystemCalls() {
        try (Driver d = Driver.toy(6)) {
            at(d.step(StepKind.INTO, Granularity.FUNCTION), "0.1", "toy_trap/entry");
            at(d.step(StepKind.INTO, Granularity.FUNCTION), "0.3", "toy_work/entry");
            at(d.step(StepKind.INTO, Granularity.FUNCTION), "1.0", "user");
            at(d.back(StepKind.INTO, Granularity.PHASE), "0.3", "toy_work/entry");
            at(d.step(StepKind.INTO, Granularity.SYSTEM_CALL), "1.0", "user");
            at(d.step(StepKind.INTO, Granularity.SYSTEM_CALL), "2.0", "user");
            at(d.step(StepKind.OVER, Granularity.SYSTEM_CALL), "4.0", "user");
            at(d.back(StepKind.INTO, Granularity.SYSTEM_CALL), "3.0", "user");
        }
    }

    @Test
    void framesShowArgumentsAndOperandsOfTheActivation() {
        try (Driver d = Driver.toy(4)) {
            at(d.jump("2.4"), "2.4", "toy_work/write");
            assertThat(d.state().thread().frames()).extracting(Frame::label).containsExactly("toy_work", "toy_trap",
                    "user mode");
            assertThat(d.state().topFrame().variables()).extracting(Object::toString)
                    .containsExactly("thread = client", "value = 2");
            assertThat(d.state().threads()).extracting(t -> t.label())
                    .containsExactly("client  Running  prio 0", "server  Running  prio 0");
        }
    }

    @Test
    void theEndCanBeLeftBackwards() {
        try (Driver d = Driver.toy(3)) {
            assertThat(d.resume().reason()).isEqualTo(StopReason.END);
            at(d.state(), "3.0", "user");
            at(d.backInto(), "2.6", "toy_trap/return");
            assertThat(d.send(new Command.Jump(new Mark(9, 0))).code()).isEqualTo(ResultCode.NO_SUCH_MARK);
            at(d.state(), "2.6", "toy_trap/return");
        }
    }
}
