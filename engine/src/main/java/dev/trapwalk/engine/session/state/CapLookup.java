package dev.trapwalk.engine.session.state;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.target.Words;

/** Finds capabilities as the kernel's lookupSlot does, only by reading. */
public final class CapLookup {

    private static final int WORD_BITS = 64;

    private CapLookup() {
    }

    /** The slot that a thread's CPtr leads to, or 0: the walk ends where its bits are used up or no CNode follows. */
    public static long slot(Words memory, long tcb, long cptr) {
        long node = Tcb.slot(tcb, Tcb.CTABLE);
        int bits = WORD_BITS;
        while (CapType.of(memory.read(node)) == CapType.CNODE) {
            int guardBits = (int) memory.get(CNodeCap.GUARD_SIZE, node);
            int radix = (int) memory.get(CNodeCap.RADIX, node);
            if (guardBits + radix > bits || guardBits + radix == 0
                    || guard(cptr, bits, guardBits) != memory.get(CNodeCap.GUARD, node)) {
                return 0;
            }
            long index = cptr >>> bits - guardBits - radix & (1L << radix) - 1;
            node = memory.get(CNodeCap.PTR, node) + index * Cte.BYTES;
            bits -= guardBits + radix;
            if (bits == 0) {
                return node;
            }
        }
        return bits == WORD_BITS ? 0 : node;
    }

    private static long guard(long cptr, int bits, int guardBits) {
        return guardBits == 0 ? 0 : cptr >>> bits - guardBits & (1L << guardBits) - 1;
    }
}
