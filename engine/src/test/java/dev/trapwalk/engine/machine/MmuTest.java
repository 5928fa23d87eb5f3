package dev.trapwalk.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Page tables at 0x1000 (PML4) to 0x4000 (page table) translate one page of each size. */
class MmuTest {

    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long LARGE = 0x80;
    private static final long ALL = PRESENT | WRITABLE | USER;
    private static final long SMALL_PAGE = 0x8000;
    private static final long READ_ONLY = 0x9000;
    private static final long KERNEL_ONLY = 0xa000;
    private static final long LARGE_PAGE = 0x200000;
    private static final long HUGE_PAGE = 0x40000000L;

    private final PhysicalMemory memory = new PhysicalMemory(1 << 20);
    private final Cpu cpu = new Cpu(memory);
    private final Mmu mmu = new Mmu(memory, cpu);

    @BeforeEach
    void mapPages() {
        cpu.setCr3(0x1000);
        entry(0x1000, 0, 0x2000 | ALL);
        entry(0x2000, 0, 0x3000 | ALL);
        entry(0x2000, 1, 0x4000_0000L | LARGE | ALL);
        entry(0x3000, 0, 0x4000 | ALL);
        entry(0x3000, 1, 0x60_0000 | LARGE | ALL);
        entry(0x4000, 8, 0x5000 | ALL);
        entry(0x4000, 9, 0x6000 | PRESENT | USER);
        entry(0x4000, 10, 0x7000 | PRESENT | WRITABLE);
    }

    @Test
    void translatesThroughAllLevelsAndLargePages() {
        assertThat(mmu.translate(SMALL_PAGE + 0x123, Mmu.READ)).isEqualTo(PhysicalMemory.pptr(0x5123));
        assertThat(mmu.translate(LARGE_PAGE + 0x12345, Mmu.WRITE)).isEqualTo(PhysicalMemory.pptr(0x612345));
        assertThat(mmu.translate(HUGE_PAGE + 0x1234567, Mmu.EXECUTE)).isEqualTo(PhysicalMemory.pptr(0x41234567));
    }

    @Test
    void aMissingPageIsAPageFaultThatIsNotPresent() {
        assertThat(mmu.translate(0xb008, Mmu.READ)).isZero();
        assertFault(4, 0xb008);
        assertThat(mmu.translate(0xb008, Mmu.WRITE)).isZero();
        assertFault(6, 0xb008);
    }

    @Test
    void aForbiddenAccessIsAPageFaultOfAPresentPage() {
        assertThat(mmu.translate(READ_ONLY, Mmu.READ)).isEqualTo(PhysicalMemory.pptr(0x6000));
        assertThat(mmu.translate(READ_ONLY, Mmu.WRITE)).isZero();
        assertFault(7, READ_ONLY);
        assertThat(mmu.translate(KERNEL_ONLY, Mmu.READ)).isZero();
        assertFault(5, KERNEL_ONLY);
    }

    @Test
    void everyLevelMustAllowTheAccess() {
        entry(0x3000, 0, 0x4000 | PRESENT | USER);
        assertThat(mmu.translate(SMALL_PAGE, Mmu.READ)).isEqualTo(PhysicalMemory.pptr(0x5000));
        assertThat(mmu.translate(SMALL_PAGE, Mmu.WRITE)).isZero();
        assertFault(7, SMALL_PAGE);
    }

    @Test
    void anAddressThatIsNotCanonicalIsAGeneralProtectionException() {
        cpu.setCr2(0x77);
        assertThat(mmu.translate(0x0000_8000_0000_0000L, Mmu.READ)).isZero();
        assertThat(mmu.vector()).isEqualTo(UserMode.GENERAL_PROTECTION);
        assertThat(mmu.errorCode()).isZero();
        assertThat(cpu.cr2()).isEqualTo(0x77);
    }

    @Test
    void aWordAcrossTwoPagesFaultsAtTheSecondOne() {
        UserMode user = new UserMode(memory, cpu, mmu, new Devices(memory, cpu));
        memory.write(PhysicalMemory.pptr(0x5ff8), 0x1122_3344_5566_7788L);
        memory.write(PhysicalMemory.pptr(0x6000), 0x99aaL);
        assertThat(user.load(SMALL_PAGE + 0xffa)).isEqualTo(0x99aa_1122_3344_5566L);
        assertThat(user.canStore(SMALL_PAGE + 0xffa)).isFalse();
        assertFault(7, READ_ONLY);
    }

    private void assertFault(long code, long address) {
        assertThat(mmu.vector()).isEqualTo(UserMode.PAGE_FAULT);
        assertThat(mmu.errorCode()).isEqualTo(code);
        assertThat(cpu.cr2()).isEqualTo(address);
    }

    private void entry(long table, int index, long value) {
        memory.write(PhysicalMemory.pptr(table) + 8L * index, value);
    }
}
