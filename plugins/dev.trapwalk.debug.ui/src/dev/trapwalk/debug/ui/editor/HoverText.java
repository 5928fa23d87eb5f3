package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.past.Coverages.Covered;
import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.debug.ui.past.Pasts;
import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.query.PointText;
import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import dev.trapwalk.engine.session.state.Variable;
import dev.trapwalk.engine.session.target.NamedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stop state has to say about a name under the mouse. Reads pictures only: the machine is not asked. */
public final class HoverText {

    private static final int MOST_LINES = 12;

    private HoverText() {
    }

    /** About a name in a scenario: a variable of the program on that line (1-based), or an object of the layout. */
    public static Optional<String> inScenario(Past past, int line, String name) {
        MachineImage machine = past.state().machine();
        Optional<String> variable = past.state().threads().stream()
                .filter(thread -> machine.programs().statements(thread.name()).stream().anyMatch(
                        statement -> statement.source().line() <= line && line <= statement.source().endLine()))
                .findFirst().flatMap(thread -> Besides.variable(past, thread.name(), name));
        return variable.map(value -> Messages.bind(Messages.valueOf, name, value))
                .or(() -> machine.objects().named(name).map(object -> object(past.state(), object)));
    }

    /** About a name in the listing of a function: an operand or variable in its innermost activation. */
    public static Optional<String> inListing(Past past, KernelFunction function, String name) {
        List<Frame> frames = past.state().thread().frames();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).function().filter(function::equals).isPresent()) {
                try {
                    return Optional.of(Messages.bind(Messages.valueOf, name,
                            Evaluator.text(past.state(), i, name)));
                } catch (ExpressionException noSuchName) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** About a kernel point: how it went in the call under way, and how often it was passed. */
    public static String ofPoint(Covered covered, KernelPoint point) {
        List<String> lines = new ArrayList<>();
        Pasts.get().latest().map(Past::state).flatMap(state -> inPath(state, point)).ifPresent(lines::add);
        lines.add(count(covered, point));
        return String.join("\n", lines); //$NON-NLS-1$
    }

    private static Optional<String> inPath(StopState state, KernelPoint point) {
        PassedPoint last = null;
        for (int number = 1; number <= state.path().count(); number++) {
            last = state.path().point(number) == point ? state.path().get(number) : last;
        }
        if (last == null) {
            return Optional.empty();
        }
        String operands = PointText.operands(state.machine(), last);
        return Optional.of(!point.isDecision() ? Messages.bind(Messages.passedNow, operands)
                : Messages.bind(last.outcome() ? Messages.heldNow : Messages.failedNow, operands));
    }

    private static String count(Covered covered, KernelPoint point) {
        long held = covered.coverage().held(point);
        long failed = covered.coverage().failed(point);
        String of = covered.of().isEmpty() ? Messages.thisSession : covered.of();
        return held + failed == 0 ? Messages.bind(Messages.neverPassed, of)
                : point.isDecision() ? Messages.bind(Messages.heldAndFailed, new Object[] {held, failed, of})
                        : Messages.bind(Messages.passedTimes, held, of);
    }

    private static String object(StopState state, NamedObject object) {
        List<String> lines = new ArrayList<>();
        if (object.type() == ObjectType.TCB) {
            state.threads().stream().filter(thread -> thread.tcb() == object.address()).findFirst()
                    .map(ThreadSnapshot::label).ifPresent(lines::add);
        } else {
            lines.add(Messages.bind(Messages.objectAt, object.name(), "0x" //$NON-NLS-1$
                    + Long.toHexString(object.address())));
        }
        if (object.type() == ObjectType.CNODE) {
            addSlots(state.machine(), object, lines);
        }
        Operand.Kind kind = object.type() == ObjectType.ENDPOINT ? Operand.Kind.ENDPOINT
                : object.type() == ObjectType.NOTIFICATION ? Operand.Kind.NOTIFICATION : null;
        if (kind != null) {
            Variable.of(object.name(), kind, object.address(), state.machine()).children()
                    .forEach(child -> lines.add(child.name() + " = " + child.text())); //$NON-NLS-1$
        }
        return String.join("\n", lines); //$NON-NLS-1$
    }

    private static void addSlots(MachineImage machine, NamedObject cnode, List<String> lines) {
        long slots = 1L << cnode.sizeBits() - Cte.SIZE_BITS;
        for (long index = 0; index < slots; index++) {
            long slot = cnode.address() + index * Cte.BYTES;
            if (CapType.of(machine.read(slot)) != CapType.NULL) {
                if (lines.size() == MOST_LINES) {
                    lines.add("\u2026"); //$NON-NLS-1$
                    return;
                }
                lines.add(machine.describe().slot(slot) + "  " + machine.describe().capIn(slot)); //$NON-NLS-1$
            }
        }
    }
}
