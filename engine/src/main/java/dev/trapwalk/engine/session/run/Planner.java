package dev.trapwalk.engine.session.run;

import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.point.Catalogue;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.program.Value;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.LocationPoints;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.target.Advance;
import dev.trapwalk.engine.session.target.FailedExpectation;
import dev.trapwalk.engine.session.target.NamedObject;

/**
 * Turns a {@link Location} into a {@link Plan}: the kernel points, words or statements where it has to be looked for.
 */
final class Planner {

    private static final List<String> FAULTS =
            List.of("NullFault", "CapFault", "UnknownSyscall", "UserException", "", "VMFault");

    private final Timeline timeline;
    private final WatchPlanner watches;

    Planner(Timeline timeline) {
        this.timeline = timeline;
        this.watches = new WatchPlanner(timeline);
    }

    Plan plan(Location location) {
        if (location instanceof Location.AtPoint at) {
            return atPoint(at);
        } else if (location instanceof Location.AtSystemCall call) {
            return atPoints(call, moment -> matchesCall(call, moment));
        } else if (location instanceof Location.AtInvocation invocation) {
            return atInvocation(invocation);
        } else if (location instanceof Location.AtError error) {
            return atError(error);
        } else if (location instanceof Location.AtFault fault) {
            return atFault(fault);
        } else if (location instanceof Location.FastpathLeft left) {
            return fastpathLeft(left);
        } else if (location instanceof Location.AtLine line) {
            return atLine(line);
        } else if (location instanceof Location.ExpectationFailed) {
            Plan plan = userMode(moment -> timeline.lastAdvance() == Advance.EXPECTATION_FAILED);
            plan.userModeDetail = () -> timeline.target().failedExpectation().map(this::describe).orElse("");
            return plan;
        } else {
            return watches.plan(location);
        }
    }

    private Plan atPoint(Location.AtPoint at) {
        Optional<KernelPoint> point = Catalogue.point(at.point());
        if (point.isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchPoint", at.point()));
        }
        if (at.mode() != Location.AtPoint.Mode.PASSED && !point.get().isDecision()) {
            return Plan.failing(Messages.get("breakpoint.noDecision", at.point()));
        }
        Plan plan = new Plan();
        plan.points.add(point.get());
        plan.looker = switch (at.mode()) {
            case PASSED -> moment -> true;
            case HOLDS -> moment -> moment.outcome;
            case FAILS -> moment -> !moment.outcome;
        };
        return plan;
    }

    private boolean matchesCall(Location.AtSystemCall call, Moment moment) {
        return (call.number().isEmpty() || call.number().getAsLong() == live(Register.RDX))
                && (call.cptr().isEmpty() || call.cptr().getAsLong() == live(Register.CAP));
    }

    private long live(Register register) {
        return timeline.memory().peek(timeline.memory().registerFile() + 8L * register.ordinal());
    }

    private Plan atInvocation(Location.AtInvocation invocation) {
        Optional<InvocationLabel> label = List.of(InvocationLabel.values()).stream()
                .filter(candidate -> candidate.label().equals(invocation.label())).findFirst();
        if (label.isEmpty() && !invocation.label().isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchLabel", invocation.label()));
        }
        Optional<CapType> type = List.of(CapType.values()).stream()
                .filter(candidate -> candidate.label().equals(invocation.capType())).findFirst();
        if (type.isEmpty() && !invocation.capType().isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchCapType", invocation.capType()));
        }
        int capOperand = operand(LocationPoints.of(invocation).get(0), "cap");
        return atPoints(invocation, moment ->
                (label.isEmpty() || moment.a == label.get().number())
                && (type.isEmpty() || CapType.of(operand(moment, capOperand)) == type.get()));
    }

    private Plan atError(Location.AtError error) {
        Optional<SyscallError> code = List.of(SyscallError.values()).stream()
                .filter(candidate -> candidate.label().equals(error.error())).findFirst();
        if (code.isEmpty() && !error.error().isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchError", error.error()));
        }
        return atPoints(error, moment -> code.isEmpty()
                || moment.memory.read(KernelGlobals.SYSCALL_ERROR_TYPE) == code.get().number());
    }

    private Plan atFault(Location.AtFault fault) {
        int kind = FAULTS.indexOf(fault.kind());
        if (kind < 0) {
            return Plan.failing(Messages.get("breakpoint.noSuchFault", fault.kind()));
        }
        return atPoints(fault, moment -> fault.kind().isEmpty()
                || Fault.TYPE.in(moment.memory.read(KernelGlobals.CURRENT_FAULT)) == kind);
    }

    private Plan fastpathLeft(Location.FastpathLeft left) {
        Plan plan = new Plan();
        plan.points.addAll(LocationPoints.of(left));
        if (plan.points.isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchCheck", left.check()));
        }
        plan.looker = moment -> !moment.outcome;
        return plan;
    }

    private Plan atLine(Location.AtLine line) {
        List<NamedObject> threads = timeline.objects().threads();
        boolean known = threads.stream().filter(t -> line.thread().isEmpty() || t.name().equals(line.thread()))
                .flatMap(t -> timeline.target().programs().statements(t.name()).stream())
                .anyMatch(statement -> statement.source().line() == line.line());
        if (!known) {
            return Plan.failing(Messages.get("breakpoint.noStatement", line.line()));
        }
        return userMode(moment -> timeline.atStatement() && (line.thread().isEmpty()
                || timeline.objects().named(line.thread())
                .filter(object -> object.address() == moment.thread).isPresent())
                && timeline.target().programs().current(timeline.memory()::peek, moment.thread)
                        .filter(statement -> statement.source().line() == line.line()).isPresent());
    }

    private String describe(FailedExpectation failed) {
        Statement.Expect statement = failed.statement();
        boolean code = statement.actual().equals(new Value.Variable("error"));
        return Messages.get("breakpoint.expectationFailed", failed.thread(), statement.source().line(),
                statement.source().text(), word(failed.actual(), code), word(failed.expected(), code));
    }

    private static String word(long word, boolean isErrorCode) {
        SyscallError error = isErrorCode ? SyscallError.of(word) : null;
        return error == null ? Describer.hex(word) : error.label() + " (" + word + ")";
    }

    private static Plan userMode(Looker looker) {
        Plan plan = new Plan();
        plan.userMode = looker;
        return plan;
    }

    private static Plan atPoints(Location location, Looker looker) {
        Plan plan = new Plan();
        plan.points.addAll(LocationPoints.of(location));
        plan.looker = looker;
        return plan;
    }

    private static int operand(KernelPoint point, String name) {
        for (int i = 0; i < point.operands().size(); i++) {
            if (point.operands().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static long operand(Moment moment, int index) {
        return switch (index) {
            case 0 -> moment.a;
            case 1 -> moment.b;
            case 2 -> moment.c;
            default -> moment.d;
        };
    }
}
