package dev.trapwalk.engine.session.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.session.history.UndoJournal;

/** Pictures of memory keep every word as it was, those of devices included, and share what did not change. */
class MemoryImageTest {

    private static final long HERE = PhysicalMemory.pptr(0x2000);
    private static final long THERE = PhysicalMemory.pptr(0x9000);
    private static final long DEVICE = PhysicalMemory.pptr(0xfec0_0000L);
    private static final long BEHIND_RAM = PhysicalMemory.pptr((1 << 20) + 0x1000);

    private final PhysicalMemory memory = new PhysicalMemory(1 << 20);

    @Test
    void aPictureKeepsDeviceMemoryToo() {
        UndoJournal journal = new UndoJournal(memory, 1 << 20);
        memory.setJournal(journal);
        journal.beginUnit(0);
        memory.write(HERE, 1);
        memory.write(DEVICE, 2);
        memory.write(BEHIND_RAM, 3);
        MemoryImage first = MemoryImage.of(memory);
        journal.takeDirty();
        journal.beginUnit(1);
        memory.write(HERE, 10);
        memory.write(DEVICE, 20);
        MemoryImage second = first.next(memory, journal.takeDirty());
        assertThat(first.read(HERE)).isEqualTo(1);
        assertThat(first.read(DEVICE)).isEqualTo(2);
        assertThat(first.read(BEHIND_RAM)).isEqualTo(3);
        assertThat(second.read(HERE)).isEqualTo(10);
        assertThat(second.read(DEVICE)).isEqualTo(20);
        assertThat(second.devicePages()).hasSize(2);
        journal.undoTo(1);
        MemoryImage third = second.next(memory, journal.takeDirty());
        assertThat(third.read(HERE)).isEqualTo(1);
        assertThat(third.read(DEVICE)).isEqualTo(2);
    }

    @Test
    void whatWasNotWrittenIsShared() {
        UndoJournal journal = new UndoJournal(memory, 1 << 20);
        memory.write(HERE, 1);
        memory.write(THERE, 1);
        MemoryImage first = MemoryImage.of(memory);
        memory.setJournal(journal);
        memory.write(THERE, 2);
        MemoryImage second = first.next(memory, journal.takeDirty());
        assertThat(second.pagesNotShared(first).stream()).containsExactly(9);
        assertThat(second.read(THERE + 8)).isZero();
        assertThat(second.isPresent(DEVICE)).isFalse();
    }
}
