package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.query.LookupTrace;
import dev.trapwalk.engine.session.query.LookupTrace.Level;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;

/** A lookup bit by bit: each CNode with the bits of its guard and index, the level that failed in red. */
final class LookupText {

    private static final String TICK = "\u2713 "; //$NON-NLS-1$
    private static final String CROSS = "\u2717 "; //$NON-NLS-1$

    private LookupText() {
    }

    /**
     * Adds a lookup.
     *
     * @param declaration opens the declaration of the capability in a slot
     * @param walk shows the walk from a slot in a picture; null if no machine could show it
     */
    static void add(RichText text, LookupTrace trace, MachineImage machine, LongConsumer declaration,
            LongConsumer walk) {
        text.add(Messages.bind(Messages.lookup, Describer.hex(trace.cptr()), trace.depth()) + "\n", //$NON-NLS-1$
                SWT.NORMAL, null);
        for (Level level : trace.levels()) {
            boolean failed = !level.passed();
            Palette colour = failed ? Palette.ERROR : Palette.FAST;
            text.add((failed ? CROSS : TICK) + name(level, machine) + "\n", SWT.BOLD, colour); //$NON-NLS-1$
            addGuard(text, level);
            if (level.index() >= 0) {
                addPart(text, Messages.index, level.bits() - level.guardBits(), level.radixBits(), level.index(), null);
                text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
            } else if (level.guardMatches()) {
                text.add("    " + Messages.bind(Messages.tooFewBits, level.guardBits() + level.radixBits(), //$NON-NLS-1$
                        level.bits()) + "\n", SWT.NORMAL, Palette.ERROR); //$NON-NLS-1$
            }
            if (failed && level.slot() != 0) {
                text.add("    ", SWT.NORMAL, null); //$NON-NLS-1$
                text.addLink(Messages.bind(Messages.declaration, machine.describe().slot(level.slot())),
                        () -> declaration.accept(level.slot()));
                text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
            }
        }
        long root = trace.levels().isEmpty() ? 0 : trace.levels().get(0).slot();
        if (walk != null && root != 0) {
            text.addLink(Messages.showWalk, () -> walk.accept(root));
            text.add("\n", SWT.NORMAL, null); //$NON-NLS-1$
        }
    }

    private static String name(Level level, MachineImage machine) {
        return level.slot() == 0 ? Messages.someCNode
                : machine.describe().slot(level.slot()) + "  " + machine.describe().capIn(level.slot()); //$NON-NLS-1$
    }

    private static void addGuard(RichText text, Level level) {
        if (level.guardBits() > 0) {
            addPart(text, Messages.guard, level.bits(), level.guardBits(), level.found(),
                    level.guardMatches() ? null : Palette.ERROR);
            text.add(level.guardMatches() ? "\n" //$NON-NLS-1$
                    : Messages.bind(Messages.guardMustBe, Describer.hex(level.guard())) + "\n", //$NON-NLS-1$
                    SWT.NORMAL, level.guardMatches() ? null : Palette.ERROR);
        }
    }

    /** Some bits of the CPtr, by their positions. */
    private static void addPart(RichText text, String what, int top, int bits, long value, Palette colour) {
        text.add("    " + Messages.bind(Messages.bits, new Object[] {what, top - 1, top - bits, //$NON-NLS-1$
            Describer.hex(value)}), SWT.NORMAL, colour);
    }
}
