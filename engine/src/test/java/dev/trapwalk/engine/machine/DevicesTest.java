package dev.trapwalk.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesTest {

    private static final int UART_ENABLE = 0x2f9;
    private static final int UART_ID = 0x2fa;
    private static final int VECTOR = 0x35;

    private final PhysicalMemory memory = new PhysicalMemory(1 << 20);
    private final Cpu cpu = new Cpu(memory);
    private final Devices devices = new Devices(memory, cpu);

    @BeforeEach
    void powerOn() {
        devices.reset();
    }

    @Test
    void aMaskedPinLosesItsEdge() {
        uartInterrupt(true);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        route(3, VECTOR);
        assertThat(devices.pendingVector()).isEqualTo(-1);
    }

    @Test
    void anEdgeIsDeliveredOnceUntilTheNextEdge() {
        route(3, VECTOR);
        uartInterrupt(true);
        takeAndEnd(VECTOR);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        uartInterrupt(false);
        uartInterrupt(true);
        assertThat(devices.pendingVector()).isEqualTo(VECTOR);
    }

    @Test
    void aLevelIsDeliveredAgainWhenItsServiceEnds() {
        route(3, VECTOR | Ioapic.LEVEL);
        uartInterrupt(true);
        takeAndEnd(VECTOR);
        assertThat(devices.pendingVector()).isEqualTo(VECTOR);
        devices.in(UART_ID, 1);
        takeAndEnd(VECTOR);
        assertThat(devices.pendingVector()).isEqualTo(-1);
    }

    @Test
    void aMaskedLevelIsDeliveredWhenItIsUnmasked() {
        route(3, VECTOR | Ioapic.LEVEL | Ioapic.MASKED);
        uartInterrupt(true);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        route(3, VECTOR | Ioapic.LEVEL);
        assertThat(devices.pendingVector()).isEqualTo(VECTOR);
    }

    @Test
    void aLineAssertedBeforeItsPinIsSetToLevelGoesUnnoticed() {
        route(3, VECTOR | Ioapic.MASKED);
        uartInterrupt(true);
        route(3, VECTOR | Ioapic.LEVEL);
        assertThat(devices.pendingVector()).isEqualTo(-1);
    }

    @Test
    void aVectorInServiceHoldsBackItsGroupAndThoseBelow() {
        devices.localApic().request(0x45);
        devices.accept(0x45);
        devices.localApic().request(0x4f);
        devices.localApic().request(0x31);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        assertThat(devices.localApic().isAnyPending()).isTrue();
        devices.localApic().request(0x50);
        assertThat(devices.pendingVector()).isEqualTo(0x50);
    }

    @Test
    void readingTheInterruptIdentificationTakesTheReasonAway() {
        uartInterrupt(true);
        assertThat(devices.in(UART_ID, 1)).isEqualTo(2);
        assertThat(devices.in(UART_ID, 1)).isEqualTo(1);
    }

    @Test
    void wideAccessesTouchNeighbouringPorts() {
        devices.out(0x2ff, 1, 0x5a);
        assertThat(devices.in(0x2fe, 2)).isEqualTo(0x5ab0);
        assertThat(devices.in(0x9000, 4)).isEqualTo(0xffff_ffffL);
    }

    @Test
    void theTimerChipInterruptsOnceAfterItsCount() {
        route(2, VECTOR);
        devices.out(0x43, 1, 0x30);
        devices.out(0x40, 1, 10);
        devices.out(0x40, 1, 0);
        long due = devices.nextEventTime();
        assertThat(due).isBetween(8380L, 8390L);
        devices.advanceTo(due - 1);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        devices.advanceTo(due);
        takeAndEnd(VECTOR);
        assertThat(devices.nextEventTime()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theTickComesOncePerPeriodAndMissedOnesAreOne() {
        devices.localApic().startTimer(157, 1000, 0);
        devices.advanceTo(3500);
        takeAndEnd(157);
        assertThat(devices.pendingVector()).isEqualTo(-1);
        assertThat(devices.nextEventTime()).isEqualTo(4000);
    }

    @Test
    void allStateIsUndoneWithTheMemory() {
        ArrayDeque<long[]> undo = new ArrayDeque<>();
        memory.setJournal((pptr, old) -> undo.push(new long[] {pptr, old}));
        route(3, VECTOR);
        uartInterrupt(true);
        devices.accept(VECTOR);
        memory.setJournal(null);
        undo.forEach(word -> memory.write(word[0], word[1]));
        assertThat(devices.localApic().endOfInterrupt()).isEqualTo(-1);
        assertThat(devices.in(UART_ENABLE, 1)).isZero();
        assertThat(devices.ioapic().redirection(3)).isEqualTo(Ioapic.MASKED);
    }

    private void route(int pin, long entry) {
        devices.ioapic().select(Ioapic.REDIRECTION + 2 * pin);
        devices.ioapic().setWindow(entry);
    }

    private void uartInterrupt(boolean on) {
        devices.out(UART_ENABLE, 1, on ? 2 : 0);
    }

    private void takeAndEnd(int vector) {
        assertThat(devices.pendingVector()).isEqualTo(vector);
        devices.accept(vector);
        devices.endOfInterrupt();
    }
}
