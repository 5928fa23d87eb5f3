package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.ErrorAnswer;
import dev.trapwalk.engine.session.query.FastpathAnswer;
import dev.trapwalk.engine.session.query.UnitRecord;
import java.util.stream.IntStream;

/**
 * One kernel entry on the timeline.
 *
 * @param unit in which it happens
 * @param thread TCB of the thread that entered the kernel
 * @param name of that thread
 * @param statement that it executes, as text
 * @param kind what became of it
 */
record Block(long unit, long thread, String name, String statement, Kind kind) {

    /** What became of a kernel entry; colour and sign belong together. */
    enum Kind {
        FAST(Palette.FAST, "=", Messages.kindFast), //$NON-NLS-1$
        SLOW(Palette.SLOW, "", Messages.kindSlow), //$NON-NLS-1$
        ERROR(Palette.ERROR, "\u2717", Messages.kindError), //$NON-NLS-1$
        FAULT(Palette.FAULT, "\u26A1", Messages.kindFault), //$NON-NLS-1$
        OTHER(Palette.FAINT, "", Messages.kindOther); //$NON-NLS-1$

        private final Palette colour;
        private final String sign;
        private final String text;

        Kind(Palette colour, String sign, String text) {
            this.colour = colour;
            this.sign = sign;
            this.text = text;
        }

        Palette colour() {
            return colour;
        }

        String sign() {
            return sign;
        }

        String text() {
            return text;
        }
    }

    static Block of(UnitRecord entry) {
        String statement = entry.before().programs().current(entry.before(), entry.thread())
                .map(now -> now.source().text()).orElse(""); //$NON-NLS-1$
        return new Block(entry.unit(), entry.thread(), entry.before().describe().thread(entry.thread()), statement,
                kind(entry));
    }

    private static Kind kind(UnitRecord entry) {
        if (enters(entry, "handleFault")) { //$NON-NLS-1$
            return Kind.FAULT;
        }
        if (ErrorAnswer.of(entry).error().isPresent()) {
            return Kind.ERROR;
        }
        FastpathAnswer.End fastpath = FastpathAnswer.of(entry).end();
        return fastpath == FastpathAnswer.End.TAKEN ? Kind.FAST
                : enters(entry, "handleSyscall") ? Kind.SLOW : Kind.OTHER; //$NON-NLS-1$
    }

    private static boolean enters(UnitRecord entry, String function) {
        return IntStream.rangeClosed(1, entry.path().count()).mapToObj(entry.path()::point)
                .anyMatch(point -> point.kind() == KernelPoint.Kind.ENTRY && point.function().name().equals(function));
    }
}
