package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;

/**
 * lookup_fp of fastpath/fastpath.h: finds the capability of a CPtr without any error reporting. What it refuses, the
 * slow path looks up again to say why.
 */
final class FastLookup extends KernelPart {

    private static final int WORD_BITS = 64;

    private long word0;
    private long word1;

    FastLookup(Kernel kernel) {
        super(kernel);
    }

    /** The points of one lookup: the header function is inlined, so they belong to the function that looks up. */
    static final class Points {

        private final KernelPoint rootIsCNode;
        private final KernelPoint guard;
        private final KernelPoint depth;
        private final KernelPoint found;

        Points(KernelFunction function) {
            rootIsCNode = function.check("lookup_root_not_cnode", "cap:cap");
            guard = function.check("lookup_guard_mismatch", "cptr", "guard", "guardBits:count");
            depth = function.check("lookup_depth_overshoot", "bits:count");
            found = function.action("cap_found", "slot:slot", "cap:cap", "bits:count");
        }
    }

    /** Capability word 0 of the last successful lookup. */
    long word0() {
        return word0;
    }

    /** Capability word 1 of the last successful lookup. */
    long word1() {
        return word1;
    }

    /** Follows {@code cptr} from the CNode capability in {@code rootSlot}; false when the fastpath must not go on. */
    boolean lookup_fp(Points points, long rootSlot, long cptr) {
        long slot = rootSlot;
        long cap = memory.read(slot);
        if (!check(points.rootIsCNode, isCNode(cap), cap)) {
            return false;
        }
        int bits = 0;
        do {
            int guardBits = (int) CNodeCap.GUARD_SIZE.in(cap);
            int radixBits = (int) CNodeCap.RADIX.in(cap);
            long rest = cptr << bits;
            long guard = memory.read(slot + 8);
            if (!check(points.guard, guardBits == 0 || rest >>> WORD_BITS - guardBits == guard,
                    rest, guard, guardBits)) {
                return false;
            }
            long index = rest << guardBits >>> WORD_BITS - radixBits;
            slot = CNodeCap.PTR.in(cap) + index * Cte.BYTES;
            cap = memory.read(slot);
            bits += guardBits + radixBits;
        } while (bits < WORD_BITS && isCNode(cap));
        if (!check(points.depth, bits <= WORD_BITS, bits)) {
            return false;
        }
        word0 = cap;
        word1 = memory.read(slot + 8);
        act(points.found, slot, cap, bits);
        return true;
    }

    private static boolean isCNode(long word0) {
        return word0 >>> 59 == CapType.CNODE.tag();
    }
}
