package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.Optional;

/**
 * Where the slots shown begin.
 *
 * @param owner thread or CNode, as people call it
 * @param capSlot slot with the CNode capability to begin with; 0 for a CNode that is looked at by itself
 * @param cnode its first slot
 * @param radix log2 of the number of its slots
 */
record CSpaceRoot(String owner, long capSlot, long cnode, int radix) {

    /** The CSpace of a thread; empty if it has none. */
    static Optional<CSpaceRoot> ofThread(MachineImage machine, long tcb) {
        return ofSlot(machine, Tcb.slot(tcb, Tcb.CTABLE)).map(root ->
                new CSpaceRoot(machine.describe().thread(tcb), root.capSlot(), root.cnode(), root.radix()));
    }

    /** A CSpace that begins with the CNode capability in some slot; empty if there is none in it now. */
    static Optional<CSpaceRoot> ofSlot(MachineImage machine, long slot) {
        return CapType.of(machine.read(slot)) != CapType.CNODE ? Optional.empty()
                : Optional.of(new CSpaceRoot(machine.describe().slot(slot), slot, machine.get(CNodeCap.PTR, slot),
                        (int) machine.get(CNodeCap.RADIX, slot)));
    }

    /** A CNode by itself, whoever reaches it how. */
    static CSpaceRoot ofCNode(MachineImage machine, long cnode, int radix) {
        return new CSpaceRoot(machine.describe().object(cnode), 0, cnode, radix);
    }

    /** Whether a slot is one of this CNode. */
    boolean holds(long slot) {
        return slot >= cnode && slot < cnode + ((long) Cte.BYTES << radix);
    }
}
