package dev.trapwalk.debug.ui.view;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.FaultAnswer;
import dev.trapwalk.engine.session.query.UnitRecord;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How programs end here: behind its last statement a thread finds nothing to execute and faults, as it would on a real
 * machine. Without a handler the kernel stops it for good. That looks like an error and is none.
 */
public final class ProgramEnd {

    private ProgramEnd() {
    }

    /** What there is to say when a kernel entry is the end of a program; empty for all others. */
    public static Optional<String> text(UnitRecord entry) {
        boolean atStatement = entry.before().programs().current(entry.before(), entry.thread()).isPresent();
        return !atStatement && faults(entry) && !isHandled(FaultAnswer.of(entry.before(), entry.thread()))
                ? Optional.of(Messages.bind(Messages.programEnd, entry.before().describe().thread(entry.thread())))
                : Optional.empty();
    }

    private static boolean faults(UnitRecord entry) {
        return IntStream.rangeClosed(1, entry.path().count()).mapToObj(entry.path()::point)
                .anyMatch(point -> point.kind() == KernelPoint.Kind.ENTRY
                        && point.function().name().equals("handleFault")); //$NON-NLS-1$
    }

    private static boolean isHandled(FaultAnswer fault) {
        return fault.end() == FaultAnswer.End.DELIVERED || fault.end() == FaultAnswer.End.QUEUED;
    }
}
