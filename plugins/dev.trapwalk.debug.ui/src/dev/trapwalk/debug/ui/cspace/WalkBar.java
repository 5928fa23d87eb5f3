package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.query.CSpaceWalk.End;
import dev.trapwalk.engine.session.query.CSpaceWalk.Level;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.ArrayList;
import java.util.List;

/**
 * One level of a walk as a bar over the bits of the CPtr.
 *
 * @param parts from the highest bit to the lowest
 * @param refused what is wrong at this level; empty if nothing is
 * @param slot slot that is found here; 0 if none
 */
record WalkBar(List<Part> parts, String refused, long slot) {

    /** What bits are for. */
    enum Kind {
        /** Used up by the levels before. */
        USED,
        GUARD, WRONG_GUARD, INDEX,
        /** Bits of which the level wants more than there are. */
        TOO_FEW,
        /** Left for the next level. */
        LEFT
    }

    /**
     * Some bits of the CPtr.
     *
     * @param from highest bit, counted from 0 as the lowest
     * @param bits how many; 0 is not drawn
     * @param text what they say
     * @param brief the same where there is no room for it
     */
    record Part(Kind kind, int from, int bits, String text, String brief) {
    }

    static List<WalkBar> of(MachineImage machine, CSpaceWalk walk) {
        List<WalkBar> bars = new ArrayList<>();
        for (int i = 0; i < walk.levels().size(); i++) {
            boolean last = i == walk.levels().size() - 1;
            bars.add(of(machine, walk, walk.levels().get(i), last ? walk.end() : End.FOUND));
        }
        return bars;
    }

    private static WalkBar of(MachineImage machine, CSpaceWalk walk, Level level, End end) {
        int bits = level.bits();
        int guard = Math.min(level.guardSize(), bits);
        int index = Math.min(level.radix(), bits - guard);
        int left = bits - guard - index;
        boolean wrong = end == End.GUARD_MISMATCH;
        boolean tooFew = end == End.DEPTH_MISMATCH;
        List<Part> parts = new ArrayList<>();
        String cnode = machine.describe().object(machine.get(CNodeCap.PTR, level.node()));
        parts.add(new Part(Kind.USED, walk.depth() - 1, walk.depth() - bits, Messages.bind(Messages.partUsed, cnode),
                cnode));
        parts.add(new Part(wrong ? Kind.WRONG_GUARD : Kind.GUARD, bits - 1, guard, guardText(cnode, level, wrong),
                Describer.hex(level.guardFound())));
        if (wrong) {
            parts.add(new Part(Kind.LEFT, bits - guard - 1, index + left, Messages.partNotReached, "")); //$NON-NLS-1$
        } else {
            parts.add(new Part(tooFew ? Kind.TOO_FEW : Kind.INDEX, bits - guard - 1, index,
                    indexText(cnode, level, tooFew), Long.toString(level.index())));
            parts.add(new Part(Kind.LEFT, left - 1, left, Messages.bind(Messages.partLeft, left),
                    Integer.toString(left)));
        }
        parts.removeIf(part -> part.bits() <= 0);
        long slot = wrong || tooFew ? 0 : slot(machine, level);
        return new WalkBar(List.copyOf(parts), refusal(cnode, level, end), slot);
    }

    private static long slot(MachineImage machine, Level level) {
        return machine.get(CNodeCap.PTR, level.node()) + level.index() * Cte.BYTES;
    }

    private static String guardText(String cnode, Level level, boolean wrong) {
        return Messages.bind(wrong ? Messages.partGuardWrong : Messages.partGuard,
                new Object[] {cnode, level.guardSize(), Describer.hex(level.guard()),
                    Describer.hex(level.guardFound())});
    }

    private static String indexText(String cnode, Level level, boolean tooFew) {
        return Messages.bind(tooFew ? Messages.partTooFew : Messages.partIndex, new Object[] {cnode, level.radix(),
            level.index()});
    }

    private static String refusal(String cnode, Level level, End end) {
        return switch (end) {
            case GUARD_MISMATCH -> level.guardSize() > level.bits()
                    ? Messages.bind(Messages.refusedGuardSize, new Object[] {cnode, level.guardSize(), level.bits()})
                    : Messages.bind(Messages.refusedGuard, new Object[] {cnode, Describer.hex(level.guard()),
                        Describer.hex(level.guardFound())});
            case DEPTH_MISMATCH -> Messages.bind(Messages.refusedDepth, new Object[] {cnode,
                level.guardSize() + level.radix(), level.bits()});
            default -> ""; //$NON-NLS-1$
        };
    }

    /** Whether the walk stopped here. */
    boolean isRefused() {
        return !refused.isEmpty();
    }
}
