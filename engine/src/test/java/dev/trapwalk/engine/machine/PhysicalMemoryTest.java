package dev.trapwalk.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Loads and stores in watched pages are told, all others are not; what the memory holds is the same either way. */
class PhysicalMemoryTest {

    private static final long WATCHED = PhysicalMemory.pptr(0x2000);
    private static final long OTHER = PhysicalMemory.pptr(0x5000);
    private static final long DEVICE = PhysicalMemory.pptr(0xfec0_0000L);

    private final PhysicalMemory memory = new PhysicalMemory(1 << 20);
    private final List<String> told = new ArrayList<>();
    private final AccessListener listener = new AccessListener() {
        @Override
        public void loaded(long pptr, long bits, long value) {
            told.add("load " + Long.toHexString(PhysicalMemory.paddr(pptr)) + " " + Long.toHexString(bits) + " "
                    + value);
        }

        @Override
        public void stored(long pptr, long bits, long oldValue, long newValue) {
            told.add("store " + Long.toHexString(PhysicalMemory.paddr(pptr)) + " " + Long.toHexString(bits) + " "
                    + oldValue + " -> " + newValue);
        }
    };

    private void watch(long... addresses) {
        BitSet pages = new BitSet();
        for (long address : addresses) {
            pages.set((int) (PhysicalMemory.paddr(address) >>> PhysicalMemory.PAGE_BITS));
        }
        memory.watch(listener, pages);
    }

    @Test
    void loadsAndStoresOfWatchedPagesAreTold() {
        watch(WATCHED);
        memory.write(WATCHED, 5);
        memory.write(WATCHED, 5);
        memory.write(WATCHED + 8, 0xf0, 0x30);
        assertThat(memory.read(WATCHED + 8, 0xff)).isEqualTo(0x30);
        memory.write(OTHER, 7);
        assertThat(memory.read(OTHER)).isEqualTo(7);
        assertThat(memory.peek(WATCHED)).isEqualTo(5);
        assertThat(told).containsExactly("store 2000 ffffffffffffffff 0 -> 5", "store 2000 ffffffffffffffff 5 -> 5",
                "store 2008 f0 0 -> 48", "load 2008 ff 48");
    }

    @Test
    void watchingChangesNothingThatTheMemoryHolds() {
        memory.write(WATCHED, 1);
        watch(WATCHED, OTHER);
        assertThat(memory.isPresent(WATCHED)).isTrue();
        assertThat(memory.isPresent(OTHER)).isFalse();
        long resident = memory.residentBytes();
        memory.write(OTHER + 8, 3);
        memory.restore(OTHER + 16, 4);
        memory.watch(null, new BitSet());
        assertThat(memory.residentBytes()).isEqualTo(resident + 4096);
        assertThat(memory.read(WATCHED)).isEqualTo(1);
        assertThat(memory.read(OTHER + 8)).isEqualTo(3);
        assertThat(memory.read(OTHER + 16)).isEqualTo(4);
        assertThat(told).containsExactly("store 5008 ffffffffffffffff 0 -> 3");
    }

    @Test
    void copyingAndClearingAreLoadsAndStores() {
        memory.write(OTHER, 9);
        watch(WATCHED);
        memory.copyUp(OTHER, WATCHED, 1);
        memory.copyDown(WATCHED, OTHER + 8, 1);
        memory.clear(WATCHED, 16);
        assertThat(memory.read(OTHER + 8)).isEqualTo(9);
        assertThat(memory.peek(WATCHED)).isZero();
        assertThat(told).containsExactly("store 2000 ffffffffffffffff 0 -> 9", "load 2000 ffffffffffffffff 9",
                "store 2000 ffffffffffffffff 9 -> 0", "store 2008 ffffffffffffffff 0 -> 0");
    }

    @Test
    void theRegisterFileCanBeWatchedLikeAnyPage() {
        Cpu cpu = new Cpu(memory);
        watch(memory.registerFile());
        cpu.set(Register.RDI, 3);
        assertThat(cpu.get(Register.RDI)).isEqualTo(3);
        assertThat(told).hasSize(2);
        memory.watch(null, new BitSet());
        assertThat(cpu.get(Register.RDI)).isEqualTo(3);
        assertThat(told).hasSize(2);
    }

    @Test
    void devicePagesAreKeptAsideAndToldOnceAnythingIsWatched() {
        memory.write(DEVICE, 1);
        assertThat(told).isEmpty();
        watch(WATCHED);
        assertThat(memory.read(DEVICE)).isEqualTo(1);
        assertThat(told).containsExactly("load fec00000 ffffffffffffffff 1");
        assertThat(memory.devicePages()).containsExactly(0xfec00L);
    }
}
