package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.state.MachineImage;

/** A CNode as people look at it: what is in it, and how much is empty. */
class SlotRowTest {

    @Test
    void emptySlotsAreFoldedAndACopyUnfoldsThem() {
        try (Stops stops = new Stops("cnode-copy")) {
            long root = stops.object("root");
            MachineImage before = stops.machine();
            assertThat(SlotRow.of(before, root, 4)).containsExactly(new SlotRow(0, 0, true), new SlotRow(1, 1, false),
                    new SlotRow(2, 2, false), new SlotRow(3, 15, true));
            MachineImage after = stops.systemCall();
            assertThat(SlotRow.of(after, root, 4)).containsExactly(new SlotRow(0, 0, true), new SlotRow(1, 1, false),
                    new SlotRow(2, 2, false), new SlotRow(3, 8, true), new SlotRow(9, 9, false),
                    new SlotRow(10, 15, true));
        }
    }

    @Test
    void whatAStepWroteIsMarkedAndTheMarkGoesBackWithTheStep() {
        try (Stops stops = new Stops("cnode-copy")) {
            long slot = stops.object("root") + 9 * Cte.BYTES;
            MachineImage start = stops.machine();
            MachineImage copied = stops.systemCall();
            assertThat(new ChangeMarks(copied, start, start).of(slot, 16)).isEqualTo(ChangeMark.BY_STEP);
            MachineImage next = stops.systemCall();
            assertThat(new ChangeMarks(next, copied, start).of(slot, 16)).isEqualTo(ChangeMark.SINCE_STOP);
            MachineImage back = stops.systemCallBack();
            assertThat(new ChangeMarks(back, next, start).of(slot, 16)).isEqualTo(ChangeMark.SINCE_STOP);
            MachineImage atStart = stops.systemCallBack();
            assertThat(new ChangeMarks(atStart, back, start).of(slot, 16)).isEqualTo(ChangeMark.BY_STEP);
            assertThat(new ChangeMarks(atStart, null, start).of(slot, 16)).isEqualTo(ChangeMark.NONE);
            assertThat(ChangeMarks.none(atStart).of(slot, 16)).isEqualTo(ChangeMark.NONE);
        }
    }
}
