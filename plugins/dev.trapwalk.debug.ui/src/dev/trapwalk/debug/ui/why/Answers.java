package dev.trapwalk.debug.ui.why;

import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.CSpaceWalk;
import dev.trapwalk.engine.session.query.ErrorAnswer;
import dev.trapwalk.engine.session.query.FastpathAnswer;
import dev.trapwalk.engine.session.query.FaultAnswer;
import dev.trapwalk.engine.session.query.LookupTrace;
import dev.trapwalk.engine.session.query.NextThread;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.PassedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to say about one kernel entry. */
final class Answers {

    private final UnitRecord entry;
    private final List<Answer> all = new ArrayList<>();

    private Answers(UnitRecord entry) {
        this.entry = entry;
    }

    static List<Answer> about(UnitRecord entry) {
        Answers answers = new Answers(entry);
        answers.addError();
        answers.addFault();
        answers.addFastpath();
        answers.addLookup();
        answers.addNext();
        return answers.all;
    }

    private void addError() {
        ErrorAnswer error = ErrorAnswer.of(entry);
        if (error.error().isPresent()) {
            all.add(new Answer(Messages.whyError, true, error.text(), Optional.of(error.mark()),
                    error.failed().map(PassedPoint::point), LookupTrace.failed(entry)));
        }
    }

    private void addFault() {
        if (passed("handleFault")) { //$NON-NLS-1$
            FaultAnswer fault = FaultAnswer.of(entry.before(), entry.thread());
            all.add(new Answer(Messages.whoGetsFault, true, List.of(fault.text()), Optional.empty(), Optional.empty()));
        }
    }

    private void addFastpath() {
        FastpathAnswer fastpath = FastpathAnswer.of(entry);
        if (fastpath.end() != FastpathAnswer.End.NO_SYSTEM_CALL) {
            boolean left = fastpath.end() == FastpathAnswer.End.LEFT;
            all.add(new Answer(left ? Messages.whyNotFast : Messages.wasItFast, left, fastpath.text(),
                    left ? Optional.of(fastpath.mark()) : Optional.empty(), fastpath.failed().map(PassedPoint::point)));
        }
    }

    private void addLookup() {
        if (passed("lookupCapAndSlot") || passed("lookupCap") //$NON-NLS-1$ //$NON-NLS-2$
                || passed("fastpath_call")) { //$NON-NLS-1$
            CSpaceWalk walk = CSpaceWalk.of(entry.before(), entry.thread(), entry.before().register(Register.CAP));
            boolean refused = walk.end() != CSpaceWalk.End.FOUND && walk.end() != CSpaceWalk.End.BITS_LEFT;
            all.add(new Answer(Messages.whichCap, refused, walk.text(), Optional.empty(), Optional.empty()));
        }
    }

    private void addNext() {
        all.add(new Answer(Messages.whoRunsNext, false, NextThread.of(entry.after()).text(), Optional.empty(),
                Optional.empty()));
    }

    private boolean passed(String function) {
        return IntStream.rangeClosed(1, entry.path().count()).mapToObj(entry.path()::point)
                .anyMatch(point -> point.kind() == KernelPoint.Kind.ENTRY && point.function().name().equals(function));
    }
}
