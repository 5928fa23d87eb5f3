package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;

/** What a raw word is, by where it lies, and what its bits say. */
class WordPlacesTest {

    private static List<String> read(MachineImage machine, WordLayout layout, long word) {
        return layout.read(machine, word).stream().filter(part -> !part.isUnused())
                .map(part -> part.high() + ".." + part.low() + " " + part.name() + " = " + part.text()).toList();
    }

    @Test
    void aSlotsWordsReadAsCapabilityAndMdbNode() {
        try (Stops stops = new Stops("call-fastpath")) {
            MachineImage machine = stops.machine();
            WordPlaces places = new WordPlaces(Census.of(machine));
            long slot = stops.object("client_cspace") + Cte.BYTES;
            WordPlace first = places.at(slot);
            assertThat(first.text()).isEqualTo("client_cspace[1].cap.words[0]");
            assertThat(read(machine, first.layout(), machine.read(slot))).containsExactly("63..59 capType = endpoint",
                    "58..58 capCanGrantReply = 1", "57..57 capCanGrant = 0", "56..56 capCanReceive = 0",
                    "55..55 capCanSend = 1", "47..0 capEPPtr = ep");
            assertThat(read(machine, places.at(slot + 8).layout(), machine.read(slot + 8)))
                    .containsExactly("63..0 capEPBadge = 0x11");
            assertThat(places.at(slot + 16).text()).isEqualTo("client_cspace[1].cteMDBNode.words[0]");
            assertThat(read(machine, places.at(slot + 24).layout(), machine.read(slot + 24)))
                    .anyMatch(line -> line.startsWith("1..1 mdbRevocable"));
        }
    }

    @Test
    void fieldsOfAThreadHaveTheirNames() {
        try (Stops stops = new Stops("call-fastpath")) {
            MachineImage machine = stops.machine();
            WordPlaces places = new WordPlaces(Census.of(machine));
            long tcb = stops.object("client");
            WordPlace state = places.at(tcb + 8L * Tcb.STATE.word());
            assertThat(state.text()).isEqualTo("client.tsType, blockingObject");
            assertThat(read(machine, state.layout(), machine.read(tcb + 8L * Tcb.STATE.word())))
                    .contains("3..0 tsType = Running");
            assertThat(places.at(tcb + 8L * Tcb.PRIORITY.word()).text()).isEqualTo("client.tcbPriority");
            assertThat(places.at(Tcb.registerAddress(tcb, Register.RSI)).text()).isEqualTo("client.registers[rsi]");
            assertThat(places.at(Tcb.slot(tcb, Tcb.CALLER)).text()).isEqualTo("client.tcbCaller.cap.words[0]");
            assertThat(places.at(tcb + Tcb.FAULT).text()).isEqualTo("client.tcbFault.words[0]");
            assertThat(places.at(machine.ipcBuffer(tcb).orElseThrow() + 8).text())
                    .isEqualTo("client's IPC buffer.msg[0]");
        }
    }

    @Test
    void theKernelsVariablesHaveTheirNames() {
        try (Stops stops = new Stops("call-fastpath")) {
            WordPlaces places = new WordPlaces(Census.of(stops.machine()));
            assertThat(places.at(KernelGlobals.KS_CUR_THREAD).text()).isEqualTo("ksCurThread");
            assertThat(places.at(KernelGlobals.KS_READY_QUEUES + 16 * 100 + 8).text())
                    .isEqualTo("ksReadyQueues[100].end");
            assertThat(places.at(KernelGlobals.INT_STATE_IRQ_NODE + 32 * 5 + 8).text())
                    .isEqualTo("intStateIRQNode[5].cap.words[1]");
            assertThat(places.at(stops.machine().registerAddress(Register.RDI)).text()).isEqualTo("processor.rdi");
        }
    }

    @Test
    void everyBitOfAWordIsInExactlyOnePart() {
        try (Stops stops = new Stops("call-fastpath")) {
            MachineImage machine = stops.machine();
            for (WordLayout layout : WordLayouts.ALL) {
                for (long word : new long[] {0, -1, 0x5555_5555_5555_5555L, 0x2100_0000_0000_0000L, 0x83}) {
                    int next = 63;
                    for (WordLayout.Part part : layout.read(machine, word)) {
                        assertThat(part.high()).as(layout + " " + Long.toHexString(word)).isEqualTo(next);
                        next = part.low() - 1;
                    }
                    assertThat(next).as(layout.name()).isEqualTo(-1);
                }
            }
        }
    }
}
