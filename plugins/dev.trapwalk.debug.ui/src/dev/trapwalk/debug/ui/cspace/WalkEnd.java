package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.List;

/**
 * How a walk ends, in a sentence.
 *
 * @param text the sentence
 * @param colour how it looks
 * @param slot slot that was found; 0 if none
 */
record WalkEnd(String text, Palette colour, long slot) {

    /** There is no walk, and why. */
    static WalkEnd problem(String sentence) {
        return new WalkEnd(sentence, Palette.ERROR, 0);
    }

    static WalkEnd of(MachineImage machine, CSpaceWalk walk) {
        if (walk.slot() == 0) {
            return problem(refusal(machine, walk));
        }
        String slot = machine.describe().slot(walk.slot());
        if (CapType.of(machine.read(walk.slot())) == CapType.NULL) {
            return new WalkEnd(Messages.bind(Messages.endEmpty, slot), Palette.FAULT, walk.slot());
        }
        String cap = machine.describe().capIn(walk.slot());
        return new WalkEnd(walk.bitsRemaining() == 0 ? Messages.bind(Messages.endFound, slot, cap)
                : Messages.bind(Messages.endBitsLeft, new Object[] {slot, cap, walk.bitsRemaining()}), Palette.FAST,
                walk.slot());
    }

    private static String refusal(MachineImage machine, CSpaceWalk walk) {
        List<WalkBar> bars = WalkBar.of(machine, walk);
        return bars.isEmpty() ? Messages.endNoRoot
                : Messages.bind(Messages.endRefused, bars.size(), bars.get(bars.size() - 1).refused());
    }
}
