package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.boot.RootTask;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Pml4Cap;

/** ASIDPool_Assign takes the lowest free ASID; number 0 means "none" and is never given (decodeX86MMUInvocation). */
class AsidExhaustionTest {

    private static final int FIRST_VSPACE = 0x2000;
    private static final int VSPACES = 1024;
    private static final int AT_ONCE = 256;
    private static final int POOL_MEMORY = 0x1000;
    private static final int POOL = 0x1001;

    private final Machine machine = Machine.boot(KernelConfig.REFERENCE);
    private int next = FIRST_VSPACE;

    @Test
    void theFirstPoolHasOneLessThanTheOthers() {
        for (int i = 0; i < VSPACES; i += AT_ONCE) {
            assertThat(machine.rootTask()
                    .retype(RootSlots.firstUntyped(), ObjectType.PML4, 0, FIRST_VSPACE + i, AT_ONCE))
                    .isEqualTo(SyscallError.NO_ERROR);
        }
        assertThat(assignAll(RootSlots.ASID_POOL)).as("0 is none, the root task has 1").isEqualTo(510);
        assertThat(asid(next - 1)).isEqualTo(511);
        machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.UNTYPED, 12, POOL_MEMORY, 1);
        assertThat(machine.rootTask().call(RootSlots.ASID_CONTROL, InvocationLabel.X86_ASID_CONTROL_MAKE_POOL,
                new long[] {POOL_MEMORY, RootSlots.CNODE}, POOL, RootTask.DEPTH)).isEqualTo(SyscallError.NO_ERROR);
        assertThat(assignAll(POOL)).isEqualTo(512);
        assertThat(asid(next - 1)).isEqualTo(1023);
    }

    /** Assigns until the pool is full, which must be DeleteFirst. */
    private int assignAll(int pool) {
        for (int count = 0;; count++, next++) {
            SyscallError error = machine.rootTask().call(pool, InvocationLabel.X86_ASID_POOL_ASSIGN, new long[] {next});
            if (error != SyscallError.NO_ERROR) {
                assertThat(error).isEqualTo(SyscallError.DELETE_FIRST);
                return count;
            }
        }
    }

    private long asid(int slot) {
        return Pml4Cap.MAPPED_ASID.get(machine.memory(),
                PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) slot * Cte.BYTES);
    }
}
