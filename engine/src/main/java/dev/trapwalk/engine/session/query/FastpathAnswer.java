package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.PassedPoint;

/**
 * Why a system call was not done on the fastpath (manual, chapter "Message Passing"; kernel fastpath.c).
 *
 * @param end whether it was
 * @param failed the check that failed first, with its operands; only if the fastpath was left
 * @param mark where it failed, or where the fastpath was entered, or user mode
 * @param ruledOut names of all checks that do not hold, in the kernel's order, the failed one among them
 * @param text in words: what failed, what would have to hold, what else stands in the way
 */
public record FastpathAnswer(End end, Optional<PassedPoint> failed, Mark mark, List<String> ruledOut,
        List<String> text) {

    /** What became of the fastpath. */
    public enum End {
        /** The call was done on it. */
        TAKEN,
        /** It was begun and left at a check. */
        LEFT,
        /** Only Call and ReplyRecv have one, and only if the kernel is configured with it. */
        NO_FASTPATH,
        /** The unit made no system call. */
        NO_SYSTEM_CALL
    }

    public FastpathAnswer {
        ruledOut = List.copyOf(ruledOut);
        text = List.copyOf(text);
    }

    /** For the system call of a unit. */
    public static FastpathAnswer of(UnitRecord unit) {
        int entry = 0;
        for (int number = 1; number <= unit.path().count(); number++) {
            PassedPoint passed = unit.path().get(number);
            KernelPoint point = passed.point();
            if (point.function().phase() == Phase.FASTPATH) {
                entry = entry == 0 ? number : entry;
                if (point.kind() == KernelPoint.Kind.CHECK && !passed.outcome()) {
                    return left(unit, passed);
                }
            }
        }
        if (entry > 0) {
            return simple(End.TAKEN, unit.mark(entry));
        }
        return simple(unit.enteredKernel() ? End.NO_FASTPATH : End.NO_SYSTEM_CALL, unit.mark(0));
    }

    private static FastpathAnswer simple(End end, Mark mark) {
        return new FastpathAnswer(end, Optional.empty(), mark, List.of(), List.of(Messages.get("fastpath." + end)));
    }

    private static FastpathAnswer left(UnitRecord unit, PassedPoint failed) {
        String name = failed.point().name();
        List<String> all = allFailing(unit);
        List<String> also = all.stream().filter(check -> !check.equals(name)).toList();
        List<String> text = new ArrayList<>();
        text.add(Messages.get("fastpath.left", failed.point().function().name(), name,
                PointText.operands(unit.before(), failed)));
        text.add(Messages.get("fastpath.needs", Messages.get("fastpath." + name)));
        if (!also.isEmpty()) {
            text.add(Messages.get("fastpath.also", also.get(0), Messages.get("fastpath." + also.get(0))));
        }
        return new FastpathAnswer(End.LEFT, Optional.of(failed), unit.mark(failed.number()), all, text);
    }

    /** Checks that do not hold for this system call, by a look at each of them. */
    static List<String> allFailing(UnitRecord unit) {
        long cptr = unit.before().register(Register.CAP);
        long info = unit.before().register(Register.MSG_INFO);
        return unit.before().register(Register.RDX) == Syscall.CALL.number()
                ? FastpathRules.failingOfCall(unit.before(), unit.thread(), cptr, info)
                : FastpathRules.failingOfReplyRecv(unit.before(), unit.thread(), cptr, info);
    }
}
