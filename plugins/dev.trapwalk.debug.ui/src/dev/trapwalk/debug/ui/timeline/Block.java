package dev.trapwalk.debug.ui.timeline;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.ErrorAnswer;
import dev.trapwalk.engine.session.query.FastpathAnswer;
import dev.trapwalk.engine.session.query.UnitRecord;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        PREEMPTED(Palette.FAINT, "", Messages.kindPreempted), //$NON-NLS-1$
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

    private static final String IRQ_CHECK = "preemptionPoint/no_irq_pending"; //$NON-NLS-1$
    private static final String PREFIX = "seL4_"; //$NON-NLS-1$

    /** Name of the call in the statement, without its prefix; empty if there is none. */
    String call() {
        int begin = statement.indexOf(PREFIX);
        int end = statement.indexOf('(', Math.max(0, begin));
        return begin < 0 || end < 0 ? "" : statement.substring(begin + PREFIX.length(), end).strip(); //$NON-NLS-1$
    }

    /** Whether thread, call and what became of it have all these words. */
    boolean fits(String words) {
        if (words.isBlank()) {
            return true;
        }
        String all = (name + ' ' + PREFIX + call() + ' ' + kind.text()).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains); //$NON-NLS-1$
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
        if (isPreempted(entry)) {
            return Kind.PREEMPTED;
        }
        if (ErrorAnswer.of(entry).error().isPresent()) {
            return Kind.ERROR;
        }
        FastpathAnswer.End fastpath = FastpathAnswer.of(entry).end();
        return fastpath == FastpathAnswer.End.TAKEN ? Kind.FAST
                : enters(entry, "handleSyscall") ? Kind.SLOW : Kind.OTHER; //$NON-NLS-1$
    }

    /** Whether an interrupt was let in during a long operation, which is begun anew after it. */
    private static boolean isPreempted(UnitRecord entry) {
        return entry.path().all().stream().anyMatch(passed -> passed.point().id().equals(IRQ_CHECK)
                && !passed.outcome());
    }

    private static boolean enters(UnitRecord entry, String function) {
        return IntStream.rangeClosed(1, entry.path().count()).mapToObj(entry.path()::point)
                .anyMatch(point -> point.kind() == KernelPoint.Kind.ENTRY && point.function().name().equals(function));
    }
}
