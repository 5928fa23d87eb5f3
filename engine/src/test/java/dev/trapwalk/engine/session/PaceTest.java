package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.state.StopState;

/** A machine that prints without end, and a client who reads slowly or not at all. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PaceTest {

    private static final int PATIENCE = 60;
    /** Lines that may be waiting: batches, with one line each, and what is being told. */
    private static final int MOST_LINES = 1_100;
    private static final int UNITS_A_LINE = 2;
    /** So many looks at the machine, a hundredth of a second apart, see it stand. */
    private static final int LOOKS = 30;

    private final ToyMachine machine = new ToyMachine(Long.MAX_VALUE);
    private final CountDownLatch reads = new CountDownLatch(1);
    private final AtomicInteger told = new AtomicInteger();
    private final Session session = Session.launch("printing", () -> machine, SessionSettings.DEFAULT, this::read);

    private void read(SessionEvent event) {
        if (event instanceof SessionEvent.Output) {
            told.incrementAndGet();
            await(reads);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        reads.countDown();
        session.submit(new Command.Terminate());
    }

    @Test
    void itWaitsForWhoDoesNotRead() throws Exception {
        runAndPrint();
        waitsForTheReader();
    }

    @Test
    void itTakesCommandsWhileItWaits() throws Exception {
        runAndPrint();
        waitsForTheReader();
        CompletionStage<Result<StopState>> suspended = session.submit(new Command.Suspend());
        while (session.status() != SessionStatus.SUSPENDED) {
            Thread.sleep(1);
        }
        assertThat(told.get()).isEqualTo(1);
        reads.countDown();
        assertThat(suspended.toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS).isOk()).isTrue();
        assertThat(told.get()).isBetween(1, MOST_LINES);
    }

    @Test
    void itGoesOnWhenItIsReadAgain() throws Exception {
        runAndPrint();
        waitsForTheReader();
        reads.countDown();
        while (told.get() < 10 * MOST_LINES) {
            Thread.sleep(1);
        }
        assertThat(session.status()).isEqualTo(SessionStatus.RUNNING);
    }

    private void runAndPrint() throws Exception {
        session.submit(new Command.PutBreakpoint(Breakpoint.at("b", new Location.AtPoint("toy_work/write"))
                .logging("{value}"))).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
        session.submit(new Command.Resume(Direction.FORWARD));
    }

    /** The machine's memory is looked at from outside: all that is asked of it is whether it changes. */
    private void waitsForTheReader() throws InterruptedException {
        long before = -1;
        for (int looks = 0; looks < LOOKS; looks++) {
            long units = machine.memory().read(ToyMachine.COUNTER);
            looks = units > 0 && units == before ? looks : 0;
            before = units;
            Thread.sleep(10);
        }
        assertThat(told.get()).isEqualTo(1);
        assertThat(before).isLessThan(UNITS_A_LINE * MOST_LINES);
    }
}
