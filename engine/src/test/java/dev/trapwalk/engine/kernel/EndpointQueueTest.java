package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads leave the queue of an endpoint from its head, its middle and its end. */
class EndpointQueueTest {

    private static final long OBJECTS = PhysicalMemory.pptr(32L << 20);
    private static final long FIRST = tcb(0);
    private static final long SECOND = tcb(1);
    private static final long THIRD = tcb(2);
    private static final long RUNNING = tcb(3);
    private static final long ENDPOINT = OBJECTS + 0x8000;
    private static final long OTHER_ENDPOINT = OBJECTS + 0x8010;
    private static final long NOTIFICATION = OBJECTS + 0x8020;
    private static final long BADGE = 0x11;
    private static final long OTHER_BADGE = 0x22;

    private final PhysicalMemory memory = new PhysicalMemory(64L << 20);
    private final Kernel kernel = new Kernel(memory, KernelConfig.REFERENCE);

    @BeforeEach
    void threeSendersWait() {
        kernel.globals().setCurThread(RUNNING);
        Tcb.STATE.set(memory, RUNNING, ThreadState.RUNNING.number());
        send(FIRST, BADGE, ENDPOINT);
        send(SECOND, OTHER_BADGE, ENDPOINT);
        send(THIRD, BADGE, ENDPOINT);
    }

    @Test
    void cancellingOneBadgeLeavesTheOtherSenderQueued() {
        kernel.endpoints().cancelBadgedSends(ENDPOINT, BADGE);
        assertThat(state(FIRST)).isEqualTo(ThreadState.RESTART);
        assertThat(state(SECOND)).isEqualTo(ThreadState.BLOCKED_ON_SEND);
        assertThat(state(THIRD)).isEqualTo(ThreadState.RESTART);
        assertQueue(ENDPOINT, Endpoint.SEND, SECOND, SECOND);
        assertThat(Tcb.QUEUED.isSet(memory, FIRST)).isTrue();
        assertThat(Tcb.QUEUED.isSet(memory, SECOND)).isFalse();
    }

    @Test
    void cancellingTheLastBadgeLeavesTheEndpointIdle() {
        kernel.endpoints().cancelBadgedSends(ENDPOINT, BADGE);
        kernel.endpoints().cancelBadgedSends(ENDPOINT, OTHER_BADGE);
        assertQueue(ENDPOINT, Endpoint.IDLE, 0, 0);
    }

    @Test
    void suspendingTheMiddleSenderLinksItsNeighbours() {
        send(tcb(4), BADGE, OTHER_ENDPOINT);
        kernel.threads().suspend(SECOND);
        assertThat(state(SECOND)).isEqualTo(ThreadState.INACTIVE);
        assertQueue(ENDPOINT, Endpoint.SEND, FIRST, THIRD);
        assertThat(Tcb.EP_NEXT.get(memory, FIRST)).isEqualTo(THIRD);
        assertThat(Tcb.EP_PREV.get(memory, THIRD)).isEqualTo(FIRST);
        assertQueue(OTHER_ENDPOINT, Endpoint.SEND, tcb(4), tcb(4));
    }

    @Test
    void suspendingHeadAndEndShortensTheQueue() {
        kernel.threads().suspend(FIRST);
        assertQueue(ENDPOINT, Endpoint.SEND, SECOND, THIRD);
        kernel.threads().suspend(THIRD);
        assertQueue(ENDPOINT, Endpoint.SEND, SECOND, SECOND);
        kernel.threads().suspend(SECOND);
        assertQueue(ENDPOINT, Endpoint.IDLE, 0, 0);
    }

    /** cancelAllIPC: who was woken may be more important than who runs. */
    @Test
    void deletingTheEndpointRestartsAllAndChoosesWhoRunsAnew() {
        kernel.endpoints().cancelAllIPC(ENDPOINT);
        for (long sender : new long[] {FIRST, SECOND, THIRD}) {
            assertThat(state(sender)).isEqualTo(ThreadState.RESTART);
            assertThat(Tcb.QUEUED.isSet(memory, sender)).isTrue();
        }
        assertQueue(ENDPOINT, Endpoint.IDLE, 0, 0);
        assertThat(kernel.globals().schedulerAction()).isEqualTo(KernelGlobals.CHOOSE_NEW_THREAD);
    }

    @Test
    void deletingAnEndpointOnWhichNobodyWaitsChangesNothing() {
        kernel.endpoints().cancelAllIPC(OTHER_ENDPOINT);
        assertThat(kernel.globals().schedulerAction()).isEqualTo(KernelGlobals.RESUME_CURRENT_THREAD);
    }

    /** cancelAllSignals does the same for those that wait on a notification. */
    @Test
    void deletingTheNotificationRestartsAllAndChoosesWhoRunsAnew() {
        Cap cap = new Cap().clear(CapType.NOTIFICATION);
        NotificationCap.PTR.set(cap, NOTIFICATION);
        kernel.notifications().receiveSignal(tcb(4), cap, true);
        kernel.notifications().receiveSignal(tcb(5), cap, true);
        kernel.notifications().cancelAllSignals(NOTIFICATION);
        for (int waiting = 4; waiting <= 5; waiting++) {
            assertThat(state(tcb(waiting))).isEqualTo(ThreadState.RESTART);
            assertThat(Tcb.QUEUED.isSet(memory, tcb(waiting))).isTrue();
        }
        assertThat(Notification.STATE.get(memory, NOTIFICATION)).isEqualTo(Notification.IDLE);
        assertThat(Notification.QUEUE_HEAD.get(memory, NOTIFICATION)).isZero();
        assertThat(kernel.globals().schedulerAction()).isEqualTo(KernelGlobals.CHOOSE_NEW_THREAD);
    }

    @Test
    void cancellingTheWaitForAReplyForgetsBothWordsOfTheFault() {
        memory.write(FIRST + Tcb.FAULT, Fault.UNKNOWN_SYSCALL);
        memory.write(FIRST + Tcb.FAULT + 8, 42);
        Tcb.STATE.set(memory, FIRST, ThreadState.BLOCKED_ON_REPLY.number());
        kernel.endpoints().cancelIPC(FIRST);
        assertThat(memory.read(FIRST + Tcb.FAULT)).isZero();
        assertThat(memory.read(FIRST + Tcb.FAULT + 8)).isZero();
    }

    private void send(long thread, long badge, long endpoint) {
        kernel.endpoints().sendIPC(true, false, badge, false, false, thread, endpoint);
    }

    private void assertQueue(long endpoint, long state, long head, long end) {
        assertThat(Endpoint.STATE.get(memory, endpoint)).isEqualTo(state);
        assertThat(Endpoint.QUEUE_HEAD.get(memory, endpoint)).isEqualTo(head);
        assertThat(Endpoint.QUEUE_TAIL.get(memory, endpoint)).isEqualTo(end);
    }

    private ThreadState state(long thread) {
        return ThreadState.of(Tcb.STATE.get(memory, thread));
    }

    private static long tcb(int index) {
        return OBJECTS + ((long) index << Tcb.SIZE_BITS) + Tcb.TCB_OFFSET;
    }
}
