package dev.trapwalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.MemoryMap;
import dev.trapwalk.engine.boot.RootSlots;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadCap;
import org.junit.jupiter.api.Test;

class ObjectsTest {

    private static final int SLOT = 0x1000;

    @Test
    void aNewThreadBelongsToTheDomainThatRunsAndHasAFullTimeSlice() {
        Machine machine = Machine.boot(KernelConfig.REFERENCE.withNumDomains(2));
        PhysicalMemory memory = machine.memory();
        memory.write(KernelGlobals.KS_CUR_DOMAIN, 1);

        machine.rootTask().retype(RootSlots.firstUntyped(), ObjectType.TCB, 0, SLOT, 1);

        long slot = PhysicalMemory.pptr(MemoryMap.rootCNode(16)) + (long) SLOT * Cte.BYTES;
        long tcb = ThreadCap.PTR.get(new Cap().load(memory, slot));
        assertThat(Tcb.DOMAIN.get(memory, tcb)).isEqualTo(1);
        assertThat(Tcb.TIME_SLICE.get(memory, tcb)).isEqualTo(KernelConfig.REFERENCE.timeSlice());
    }
}
