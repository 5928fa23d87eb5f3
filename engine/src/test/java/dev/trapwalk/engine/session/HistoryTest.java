package dev.trapwalk.engine.session;

import static dev.trapwalk.engine.session.Driver.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;

/** The history keeps to its budget, says what it dropped, and what it still has is right. */
class HistoryTest {

    private static final long UNITS = 60_000;

    @Test
    void theOldestUnitsAreDroppedAndThatIsSaid() {
        try (Driver d = new Driver(() -> new ToyMachine(UNITS), SessionSettings.DEFAULT.withHistoryBytes(1 << 20))) {
            StopState end = d.resume();
            assertThat(end.reason()).isEqualTo(StopReason.END);
            assertThat(end.time().historyBytes()).isLessThanOrEqualTo(1 << 20);
            assertThat(end.time().oldest().unit()).isBetween(1L, UNITS - 1000);
            assertThat(d.events).anyMatch(event -> event instanceof SessionEvent.Output output
                    && output.kind() == SessionEvent.OutputKind.NOTICE && output.text().contains("1048576"));
            assertThat(d.send(new Command.Jump(Mark.START)).code()).isEqualTo(ResultCode.HISTORY_EXHAUSTED);
            StopState oldest = d.reverse();
            assertThat(oldest.reason()).isEqualTo(StopReason.HISTORY_START);
            assertThat(oldest.mark()).isEqualTo(end.time().oldest());
            assertThat(oldest.machine().read(ToyMachine.COUNTER)).isEqualTo(oldest.mark().unit());
            assertThat(LawsTest.firstDifference(d.jump(end.mark().toString()).machine(), end.machine())).isEmpty();
        }
    }

    @Test
    void withoutABudgetOnlyTheUnitInWhichTheMachineStandsCanBeGoneBackIn() {
        try (Driver d = new Driver(() -> new ToyMachine(10), SessionSettings.DEFAULT.withHistoryBytes(0))) {
            at(d.jump("4.4"), "4.4", "toy_work/write");
            at(d.backInto(), "4.3", "toy_work/entry");
            at(d.back(StepKind.RETURN, Granularity.SYSTEM_CALL), "4.0", "user");
            assertThat(d.send(new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD)).code())
                    .isEqualTo(ResultCode.HISTORY_EXHAUSTED);
        }
    }

    @Test
    void anEditWithinASystemCallIsMadeAgainHoweverTheMachineComesThere() {
        try (Driver d = Driver.toy(6)) {
            d.jump("4.4");
            d.send(new Command.SetValue(new FieldRef(ToyMachine.LAST, BitField.word("last", 0)), 77)).get();
            d.jump("1.0");
            assertThat(d.jump("6.0").machine().read(ToyMachine.LAST)).isEqualTo(77);
            d.jump("1.0");
            d.put("w", "toy_work/write");
            d.resume();
            at(d.resume(), "4.4", "toy_work/write");
            assertThat(d.state().machine().read(ToyMachine.LAST)).isEqualTo(77);
            d.jump("1.0");
            d.send(new Command.SkipBreakpoints(true));
            assertThat(d.resume().machine().read(ToyMachine.LAST)).isEqualTo(77);
        }
    }

    @Test
    void aBranchKeepsWhatWasSetBeforeAtTheMarkAtWhichItBegins() {
        try (Driver d = Driver.toy(6)) {
            d.jump("4.4");
            d.send(new Command.SetValue(new FieldRef(ToyMachine.LAST, BitField.word("last", 0)), 77)).get();
            d.jump("6.0");
            d.jump("4.4");
            StopState branched = d.send(new Command.SetValue(new FieldRef(ToyMachine.COUNTER,
                    BitField.word("counter", 0)), 9)).get();
            assertThat(branched.time().branch()).isEqualTo("branch-1");
            d.jump("1.0");
            StopState again = d.jump("4.4");
            assertThat(again.machine().read(ToyMachine.LAST)).isEqualTo(77);
            assertThat(again.machine().read(ToyMachine.COUNTER)).isEqualTo(9);
        }
    }

    @Test
    void aJumpThatLeadsNowhereBringsTheMachineNoFurther() {
        try (Driver d = Driver.toy(6)) {
            d.jump("1.0");
            assertThat(d.send(new Command.Jump(new Mark(4, 40))).code()).isEqualTo(ResultCode.NO_SUCH_MARK);
            assertThat(d.state().mark()).isEqualTo(Mark.user(1));
            assertThat(d.state().time().furthest()).isEqualTo(Mark.user(1));
        }
    }

    @Test
    void aSmallerBudgetTakesEffectAtOnce() {
        try (Driver d = new Driver(() -> new ToyMachine(UNITS), SessionSettings.DEFAULT)) {
            d.jump("30000.0");
            assertThat(d.state().time().oldest()).isEqualTo(Mark.START);
            d.send(new Command.SetHistoryBudget(1 << 20)).get();
            d.step(StepKind.INTO, Granularity.SYSTEM_CALL);
            assertThat(d.state().time().oldest().unit()).isPositive();
            assertThat(d.state().time().historyBytes()).isLessThanOrEqualTo(1 << 20);
        }
    }
}
