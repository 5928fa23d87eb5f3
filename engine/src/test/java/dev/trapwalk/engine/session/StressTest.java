package dev.trapwalk.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.state.StopState;

/** Many clients, many sessions: no deadlock, no thread left behind, no answer missing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StressTest {

    private static final int CLIENTS = 8;
    private static final int COMMANDS = 100_000;
    private static final int PATIENCE = 60;

    /** Memory that an idle session may take; far less than what its commands or a thousand others left behind. */
    private static final long SLACK_BYTES = 24L << 20;

    @Test
    void eightClientsAtOnceGetAnAnswerToEachOfTheirCommands() throws Exception {
        Session session = Session.launch("stress", () -> new ToyMachine(10_000), SessionSettings.DEFAULT, event -> { });
        load(session, COMMANDS / 10);
        long before = usedHeap();
        assertThat(load(session, COMMANDS)).isGreaterThan(COMMANDS / 10);
        assertThat(usedHeap()).isLessThan(before + SLACK_BYTES);
        assertThat(session.submit(new Command.Terminate()).toCompletableFuture().get(PATIENCE,
                TimeUnit.SECONDS).isOk()).isTrue();
    }

    /** Sends commands from many threads at once and answers how many of them did something. */
    private static long load(Session session, int commands) throws InterruptedException {
        AtomicLong answers = new AtomicLong();
        AtomicLong done = new AtomicLong();
        CountDownLatch clients = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            Thread thread = new Thread(() -> {
                List<CompletableFuture<?>> waiting = new ArrayList<>();
                for (int i = 0; i < commands / CLIENTS; i++) {
                    waiting.add(session.submit(command(number, i)).thenAccept(result -> {
                        answers.incrementAndGet();
                        done.addAndGet(result.isOk() ? 1 : 0);
                    }).toCompletableFuture());
                    if (waiting.size() == 256) {
                        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
                        waiting.clear();
                    }
                }
                CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
                clients.countDown();
            });
            thread.setDaemon(true);
            thread.start();
        }
        assertThat(clients.await(4, TimeUnit.MINUTES)).isTrue();
        assertThat(answers.get()).isEqualTo(commands);
        return done.get();
    }

    private static long usedHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static Command<?> command(int client, int i) {
        return switch ((client + i) % 10) {
            case 0 -> new Command.PutBreakpoint(Breakpoint.at("b" + client, new Location.AtPoint("toy_work/write")));
            case 1 -> new Command.RemoveBreakpoint("b" + client);
            case 2 -> new Command.Step(StepKind.INTO, Granularity.POINT, Direction.BACKWARD);
            case 3 -> new Command.Suspend();
            case 4 -> new Command.ListBreakpoints();
            case 5 -> new Command.Jump(new Mark(i % 50, 0));
            default -> new Command.Step(StepKind.OVER);
        };
    }

    @Test
    void aThousandSessionsLeaveNothingBehind() throws Exception {
        long threads = sessionThreads();
        launchAndTerminate(50);
        long heap = usedHeap();
        List<WeakReference<Session>> sessions = launchAndTerminate(1000);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while ((sessionThreads() > threads || anyAlive(sessions)) && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(sessionThreads()).isEqualTo(threads);
        assertThat(anyAlive(sessions)).as("sessions that somebody still holds").isFalse();
        assertThat(usedHeap()).isLessThan(heap + SLACK_BYTES);
    }

    private static List<WeakReference<Session>> launchAndTerminate(int count) throws InterruptedException {
        List<WeakReference<Session>> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CountDownLatch ended = new CountDownLatch(1);
            Session session = Session.launch("many", () -> new ToyMachine(100), SessionSettings.DEFAULT, event -> {
                if (event instanceof SessionEvent.Terminated) {
                    ended.countDown();
                }
            });
            session.submit(new Command.Resume());
            session.close();
            assertThat(ended.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            sessions.add(new WeakReference<>(session));
        }
        return sessions;
    }

    private static boolean anyAlive(List<WeakReference<Session>> sessions) {
        return sessions.stream().anyMatch(reference -> reference.get() != null);
    }

    @Test
    void suspendStopsAMachineThatWouldRunForever() throws Exception {
        Session session = Session.launch("endless", () -> new ToyMachine(Long.MAX_VALUE), SessionSettings.DEFAULT
                .withHistoryBytes(16 << 20), event -> { });
        CompletableFuture<?> resumed = session.submit(new Command.Resume()).toCompletableFuture();
        assertThat(session.submit(new Command.Step(StepKind.INTO)).toCompletableFuture().get(PATIENCE,
                TimeUnit.SECONDS).code())
                .isEqualTo(ResultCode.NOT_SUSPENDED);
        assertThat(session.submit(new Command.Suspend()).toCompletableFuture().get(PATIENCE,
                TimeUnit.SECONDS).isOk()).isTrue();
        resumed.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(session.state().orElseThrow().mark().isUserMode()).isTrue();
        session.submit(new Command.Terminate()).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
        assertThat(session.submit(new Command.Suspend()).toCompletableFuture().get().code())
                .isEqualTo(ResultCode.TERMINATED);
    }

    @Test
    void suspendStopsAJumpOnItsWayAndTheSessionGoesOnFromThere() throws Exception {
        try (Driver d = new Driver(() -> new ToyMachine(Long.MAX_VALUE),
                SessionSettings.DEFAULT.withHistoryBytes(16 << 20))) {
            CompletableFuture<Result<StopState>> jumped =
                    d.session.submit(new Command.Jump(Mark.user(Long.MAX_VALUE))).toCompletableFuture();
            StopState stop = d.send(new Command.Suspend()).get();
            assertThat(stop.reason()).isEqualTo(StopReason.SUSPENDED);
            assertThat(stop.mark().isUserMode()).isTrue();
            assertThat(jumped.get(PATIENCE, TimeUnit.SECONDS).get()).isSameAs(stop);
            assertThat(stop.machine().read(ToyMachine.COUNTER)).isEqualTo(stop.mark().unit());
            Mark next = Mark.user(stop.mark().unit() + 1);
            assertThat(d.step(StepKind.INTO, Granularity.SYSTEM_CALL).mark()).isEqualTo(next);
            assertThat(d.jump(stop.mark().toString()).reason()).isEqualTo(StopReason.JUMP);
        }
    }

    private static long sessionThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread ->
                thread.getName().startsWith("many ")).count();
    }
}
