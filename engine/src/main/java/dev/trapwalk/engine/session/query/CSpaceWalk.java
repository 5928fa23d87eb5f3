package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * How a CPtr is resolved, level by level (resolveAddressBits; manual, chapter "Capability Spaces").
 *
 * @param cptr what is resolved
 * @param depth number of its bits that count, 64 for system calls
 * @param levels the CNodes passed, outermost first; the last one is where the walk stopped, if it stopped in one
 * @param end how it ended
 * @param slot where it ended; 0 if nowhere
 * @param bitsRemaining bits that were not resolved
 * @param text all of it in words, one line a level and one for the end
 */
public record CSpaceWalk(long cptr, int depth, List<Level> levels, End end, long slot, int bitsRemaining,
        List<String> text) {

    /** How a walk ends. */
    public enum End {
        /** All bits are resolved. */
        FOUND,
        /**
         * A capability that is no CNode comes before the bits are used up: fine for a system call, not for a CNode
         * operation.
         */
        BITS_LEFT,
        /** There is no CNode to begin with. */
        INVALID_ROOT,
        /** The guard in the CPtr is another one than the CNode capability's. */
        GUARD_MISMATCH,
        /** The level wants more bits than are left. */
        DEPTH_MISMATCH
    }

    /**
     * One CNode on the way.
     *
     * @param node slot that holds the CNode capability
     * @param bits bits not yet resolved when it is reached
     * @param guardSize number of guard bits
     * @param guard the capability's guard
     * @param guardFound the bits of the CPtr in the guard's place
     * @param radix number of index bits
     * @param index the index that they give
     */
    public record Level(long node, int bits, int guardSize, long guard, long guardFound, int radix, long index) {
    }

    private static final int WORD_BITS = 64;

    public CSpaceWalk {
        levels = List.copyOf(levels);
        text = List.copyOf(text);
    }

    /** As a system call of a thread resolves a CPtr: from its CSpace root, all 64 bits. */
    public static CSpaceWalk of(MachineImage machine, long tcb, long cptr) {
        return from(machine, Tcb.slot(tcb, Tcb.CTABLE), cptr, WORD_BITS);
    }

    /** From a CNode capability on, with {@code depth} bits, 1..64. */
    public static CSpaceWalk from(MachineImage machine, long rootSlot, long cptr, int depth) {
        List<Level> levels = new ArrayList<>();
        long slot = rootSlot;
        int bits = depth;
        End end = End.INVALID_ROOT;
        while (CapType.of(machine.read(slot)) == CapType.CNODE) {
            Level level = level(machine, slot, cptr, bits);
            levels.add(level);
            if (level.guardSize() > bits || level.guardFound() != level.guard()) {
                return answer(machine, cptr, depth, levels, End.GUARD_MISMATCH, 0, bits);
            }
            int levelBits = level.guardSize() + level.radix();
            if (levelBits > bits || levelBits == 0) {
                return answer(machine, cptr, depth, levels, End.DEPTH_MISMATCH, 0, bits);
            }
            slot = machine.get(CNodeCap.PTR, slot) + level.index() * Cte.BYTES;
            bits -= levelBits;
            end = bits == 0 ? End.FOUND : End.BITS_LEFT;
            if (bits == 0) {
                break;
            }
        }
        return answer(machine, cptr, depth, levels, end, end == End.INVALID_ROOT ? 0 : slot, bits);
    }

    private static Level level(MachineImage machine, long slot, long cptr, int bits) {
        int guardSize = (int) machine.get(CNodeCap.GUARD_SIZE, slot);
        int radix = (int) machine.get(CNodeCap.RADIX, slot);
        return new Level(slot, bits, guardSize, machine.get(CNodeCap.GUARD, slot), part(cptr, bits, guardSize), radix,
                part(cptr, bits - guardSize, radix));
    }

    /** {@code width} bits of a word below bit {@code top}; fewer if there are not so many. */
    private static long part(long word, int top, int width) {
        if (width <= 0 || top <= 0) {
            return 0;
        }
        int low = Math.max(0, top - width);
        int kept = Math.min(width, top);
        return word >>> low & (kept == WORD_BITS ? -1 : (1L << kept) - 1);
    }

    private static CSpaceWalk answer(MachineImage machine, long cptr, int depth, List<Level> levels, End end, long slot,
            int bits) {
        Describer describe = machine.describe();
        List<String> text = new ArrayList<>();
        for (Level level : levels) {
            text.add(Messages.get("walk.level", describe.capIn(level.node()), level.bits(), level.guardSize(),
                    Describer.hex(level.guard()), Describer.hex(level.guardFound()), level.radix(), level.index()));
        }
        text.add(switch (end) {
            case FOUND, BITS_LEFT -> Messages.get("walk." + end, describe.slot(slot), describe.capIn(slot), bits);
            case INVALID_ROOT -> Messages.get("walk.INVALID_ROOT");
            case GUARD_MISMATCH, DEPTH_MISMATCH -> {
                Level last = levels.get(levels.size() - 1);
                yield Messages.get("walk." + end, describe.slot(last.node()), Describer.hex(last.guard()),
                        Describer.hex(last.guardFound()), last.guardSize() + last.radix(), bits);
            }
        });
        return new CSpaceWalk(cptr, depth, levels, end, slot, bits, text);
    }
}
