package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.ObjectTable;
import dev.trapwalk.engine.session.target.Programs;
import dev.trapwalk.engine.session.target.Target;

/** A defect of the machine, or memory or stack that do not suffice for it: whoever waits for an answer gets one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DefectTest {

    private static final int PATIENCE = 60;
    private static final int GOOD_UNITS = 3;
    private static final long HALF_DONE = 0xdead;

    static Stream<Throwable> errors() {
        return Stream.of(new StackOverflowError(), new OutOfMemoryError());
    }

    static Stream<Throwable> failures() {
        return Stream.concat(errors(), Stream.of(new IllegalStateException("a defect"), new NullPointerException()));
    }

    /** Fails when a few units have run, in the middle of the next one. */
    private record Failing(ToyMachine toy, Throwable failure) implements Target {

        @Override
        public Advance advance() {
            if (toy.memory().read(ToyMachine.COUNTER) >= GOOD_UNITS) {
                toy.memory().write(ToyMachine.LAST, HALF_DONE);
                throw unchecked(failure);
            }
            return toy.advance();
        }

        @Override
        public PhysicalMemory memory() {
            return toy.memory();
        }

        @Override
        public Path path() {
            return toy.path();
        }

        @Override
        public ObjectTable objects() {
            return toy.objects();
        }

        @Override
        public Programs programs() {
            return toy.programs();
        }
    }

    @Test
    void whatIsNotModelledStopsTheMachineBeforeItsFirstPoint() throws Exception {
        for (Throwable failure : List.of(new IllegalStateException("a defect"), new IllegalStateException())) {
            Session session = Session.launch("failing", () -> new Failing(new ToyMachine(10), failure),
                    SessionSettings.DEFAULT, event -> { });
            StopState stop = (StopState) answer(session, new Command.Resume(Direction.FORWARD)).get();
            assertThat(stop.reason()).isEqualTo(StopReason.NOT_MODELLED);
            assertThat(stop.mark()).isEqualTo(new Mark(GOOD_UNITS, 0));
            assertThat(stop.message()).contains(failure.getMessage() == null ? failure.toString() : "a defect");
            assertThat(answer(session, new Command.Terminate()).isOk()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aMachineThatFailsStopsAndSaysSo(Throwable failure) throws Exception {
        CountDownLatch stopped = new CountDownLatch(2);
        ToyMachine toy = new ToyMachine(10);
        Session session = Session.launch("failing", () -> new Failing(toy, failure),
                SessionSettings.DEFAULT, event -> {
                    if (event instanceof SessionEvent.Stopped) {
                        stopped.countDown();
                    }
                });
        Result<?> result = answer(session, new Command.Resume(Direction.FORWARD));
        assertThat(result.code()).isEqualTo(ResultCode.INTERNAL_ERROR);
        assertThat(result.message()).contains(failure.getClass().getSimpleName());
        assertThat(stopped.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(session.state().orElseThrow().mark()).isEqualTo(new Mark(GOOD_UNITS, 0));
        assertThat(toy.memory().read(ToyMachine.LAST)).isNotEqualTo(HALF_DONE);
        assertThat(answer(session, new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD)).isOk())
                .isTrue();
        assertThat(answer(session, new Command.Terminate()).isOk()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMachineThatFailsToBootEndsTheSession(Throwable failure) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Session session = Session.launch("failing", () -> {
            throw unchecked(failure);
        }, SessionSettings.DEFAULT, event -> {
            if (event instanceof SessionEvent.Terminated) {
                ended.countDown();
            }
        });
        assertThat(ended.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        Result<?> refused = answer(session, new Command.Resume(Direction.FORWARD));
        assertThat(refused.code()).isEqualTo(ResultCode.BOOT_FAILED);
        assertThat(refused.message()).doesNotContain("null")
                .contains(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private static Result<?> answer(Session session, Command<?> command) throws Exception {
        return session.submit(command).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }
}
