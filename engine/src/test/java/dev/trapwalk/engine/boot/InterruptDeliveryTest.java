package dev.trapwalk.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;

/** The root task as a driver: devices interrupt it, and the kernel signals its notification. */
class InterruptDeliveryTest {

    private static final int HANDLER = 0x1000;
    private static final int NOTIFICATION = 0x1001;
    private static final int BADGED = 0x1002;
    private static final int PORTS = 0x1003;
    private static final int OTHER_HANDLER = 0x1004;
    private static final int OTHER_BADGED = 0x1005;
    private static final int UNTYPED = 0x1100;
    private static final int CHILDREN = 0x1200;
    private static final long BADGE = 0x40;
    private static final long OTHER_BADGE = 0x80;
    private static final int UART_PIN = 3;
    private static final int PIT_PIN = 2;

    private final Machine machine = Machine.boot(KernelConfig.REFERENCE);

    @BeforeEach
    void makeNotificationAndPorts() {
        assertThat(machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.NOTIFICATION, 0, NOTIFICATION, 1))
                .isEqualTo(SyscallError.NO_ERROR);
        call(RootSlots.CNODE, InvocationLabel.CNODE_MINT, RootSlots.CNODE, BADGED, 64, NOTIFICATION, 64, 15, BADGE);
        call(RootSlots.IO_PORT_CONTROL, InvocationLabel.X86_IO_PORT_CONTROL_ISSUE, RootSlots.CNODE, 0, 0x3ff, PORTS,
                64);
    }

    @Test
    void anInterruptRaisedInACallIsTakenWhenTheCallReturns() {
        takeHandler(UART_PIN, 0);
        out(0x2f9, 2);
        assertThat(badges()).isZero();
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isEqualTo(BADGE);
    }

    @Test
    void theLineStaysMaskedUntilItIsAcknowledged() {
        takeHandler(UART_PIN, 1);
        out(0x2f9, 2);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        spinOnce(1);
        call(HANDLER, InvocationLabel.IRQ_ACK_IRQ, 0);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        out(0x2f9, 0);
        call(HANDLER, InvocationLabel.IRQ_ACK_IRQ, 0);
        spinOnce(1);
    }

    @Test
    void aDelayEndsEarlyWhenTheTimerInterrupts() {
        takeHandler(PIT_PIN, 0);
        long[] left = {1_000_000};
        machine.setUserCode(user -> {
            left[0] = user.spin(left[0], 2);
            return true;
        });
        startTimer(100);
        long start = machine.cpu().clock();
        assertThat(machine.step()).isEqualTo(Machine.Step.USER);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(machine.cpu().clock() - start).isBetween(83_800L, 83_820L);
        assertThat(machine.step()).isEqualTo(Machine.Step.USER);
        assertThat(left[0]).isZero();
    }

    @Test
    void idleTimeIsSkippedUpToTheLastEventThatCanHappen() {
        takeHandler(PIT_PIN, 0);
        startTimer(50);
        call(RootSlots.TCB, InvocationLabel.TCB_SUSPEND, 0);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isEqualTo(BADGE);
        assertThat(machine.step()).isEqualTo(Machine.Step.STUCK);
    }

    @Test
    void ticksAloneDoNotKeepAMachineGoingOnWhichNothingCanRun() {
        Machine ticking = Machine.boot(KernelConfig.REFERENCE.withTimerTickMs(1));
        ticking.rootTask().call(RootSlots.TCB, InvocationLabel.TCB_SUSPEND, new long[0]);
        assertThat(ticking.step()).isEqualTo(Machine.Step.STUCK);
    }

    @Test
    void aTimerPreemptsALongOperationWhichIsDoneWhenItsCallerRunsAgain() {
        takeHandler(PIT_PIN, 0);
        machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.UNTYPED, 16, UNTYPED, 1);
        machine.rootTask().retype(UNTYPED, ObjectType.ENDPOINT, 0, CHILDREN, 150);
        startTimer(14);
        machine.rootTask().call(RootSlots.CNODE, InvocationLabel.CNODE_REVOKE, new long[0], UNTYPED, 64);
        assertThat(badges()).isEqualTo(BADGE);
        assertThat(children()).isEqualTo(50);
        machine.setUserCode(user -> {
            user.syscall();
            return true;
        });
        assertThat(machine.step()).isEqualTo(Machine.Step.KERNEL);
        assertThat(children()).isZero();
    }

    /** receivePendingIRQ looks once more before the way out: restore_user_context then handles that one first. */
    @Test
    void twoInterruptsAtOnceAreHandledBeforeUserModeGoesOn() {
        takeHandler(UART_PIN, 0);
        call(RootSlots.CNODE, InvocationLabel.CNODE_MINT, RootSlots.CNODE, OTHER_BADGED, 64, NOTIFICATION, 64, 15,
                OTHER_BADGE);
        issueHandler(OTHER_HANDLER, PIT_PIN, 0, 6);
        call(OTHER_HANDLER, InvocationLabel.IRQ_SET_IRQ_HANDLER, OTHER_BADGED);
        startTimer(1);
        machine.cpu().setClock(machine.kernel().devices().nextEventTime());
        out(0x2f9, 2);
        List<String> functions = watchFunctions();
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isEqualTo(BADGE | OTHER_BADGE);
        assertThat(functions).containsSubsequence("handle_interrupt", "c_x64_handle_interrupt", "c_handle_interrupt",
                "handleInterrupt", "c_nested_interrupt", "restore_user_context", "c_handle_interrupt",
                "handleInterrupt", "restore_user_context").containsOnlyOnce("handle_interrupt", "c_nested_interrupt");
        spinOnce(1);
    }

    /** handleInterrupt in state IRQInactive: the line is masked and the interrupt acknowledged, nobody is told. */
    @Test
    void anInterruptWhoseHandlerWasDeletedMeanwhileIsForgotten() {
        takeHandler(UART_PIN, 0);
        out(0x2f9, 2);
        call(RootSlots.CNODE, InvocationLabel.CNODE_DELETE, 0, HANDLER, 64);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isZero();
        spinOnce(1);
        out(0x2f9, 0);
        takeHandler(UART_PIN, 0);
        out(0x2f9, 2);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isEqualTo(BADGE);
    }

    /** The forgotten handler still knows its pin: masking it hits the handler that has the pin now. */
    @Test
    void anInterruptOfADeletedHandlerMasksThePinOfItsSuccessor() {
        takeHandler(UART_PIN, 0);
        out(0x2f9, 2);
        call(RootSlots.CNODE, InvocationLabel.CNODE_DELETE, 0, HANDLER, 64);
        issueHandler(OTHER_HANDLER, UART_PIN, 0, 6);
        call(OTHER_HANDLER, InvocationLabel.IRQ_SET_IRQ_HANDLER, BADGED);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isZero();
        out(0x2f9, 0);
        out(0x2f9, 2);
        spinOnce(1);
        call(OTHER_HANDLER, InvocationLabel.IRQ_ACK_IRQ, 0);
        out(0x2f9, 0);
        out(0x2f9, 2);
        assertThat(machine.step()).isEqualTo(Machine.Step.INTERRUPT);
        assertThat(badges()).isEqualTo(BADGE);
    }

    private void takeHandler(int pin, int level) {
        issueHandler(HANDLER, pin, level, 5);
        call(HANDLER, InvocationLabel.IRQ_SET_IRQ_HANDLER, BADGED);
    }

    private void issueHandler(int slot, int pin, int level, int vector) {
        call(RootSlots.IRQ_CONTROL, InvocationLabel.X86_IRQ_ISSUE_IRQ_HANDLER_IOAPIC, RootSlots.CNODE, slot, 64, 0,
                pin, level, 0, vector);
    }

    private List<String> watchFunctions() {
        List<String> functions = new ArrayList<>();
        boolean[] armed = new boolean[Catalogue.size()];
        Arrays.fill(armed, true);
        machine.kernel().path().attach((point, outcome, a, b, c, d) -> {
            if (point.kind() == KernelPoint.Kind.ENTRY) {
                functions.add(point.function().name());
            }
        }, armed);
        return functions;
    }

    private void startTimer(int count) {
        out(0x43, 0x30);
        out(0x40, count);
        out(0x40, 0);
    }

    private void out(int port, int value) {
        call(PORTS, InvocationLabel.X86_IO_PORT_OUT8, 0, port, value);
    }

    private void spinOnce(long iterations) {
        machine.setUserCode(user -> user.spin(iterations, 2) == 0);
        assertThat(machine.step()).isEqualTo(Machine.Step.USER);
    }

    private void call(int cptr, InvocationLabel label, int extraCap, long... message) {
        assertThat(machine.rootTask().call(cptr, label, extraCap == 0 ? new long[0] : new long[] {extraCap}, message))
                .isEqualTo(SyscallError.NO_ERROR);
    }

    private long children() {
        return IntStream.range(0, 150).filter(i -> machine.memory().read(slot(CHILDREN + i)) != 0).count();
    }

    private static long slot(int index) {
        return PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) index * Cte.BYTES;
    }

    /** The badges that wait in the notification. */
    private long badges() {
        PhysicalMemory memory = machine.memory();
        long notification = NotificationCap.PTR.get(new Cap().load(memory, slot(NOTIFICATION)));
        return Notification.STATE.get(memory, notification) == Notification.ACTIVE
                ? Notification.MSG_IDENTIFIER.get(memory, notification) : 0;
    }
}
