package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.trapwalk.engine.api.InvocationLabel;
import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.SyscallError;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.PathLog;

/**
 * Why a system call returned an error.
 *
 * @param error the code; empty if it returned none
 * @param failed the check that decided, with its operands
 * @param mark where it failed; user mode before the call if there was no error
 * @param arguments the arguments that decided, by libsel4's names and where they are passed; may be empty
 * @param legal what would have passed the check, in words; empty if there was no error
 * @param sections of the manual about the invocation, its object and the error, with numbers and titles
 * @param text in words: the error, the check, the arguments, what is legal, where it is written
 */
public record ErrorAnswer(Optional<SyscallError> error, Optional<PassedPoint> failed, Mark mark,
        List<Argument> arguments, String legal, List<String> sections, List<String> text) {

    /**
     * An argument of an invocation.
     *
     * @param name libsel4's parameter name
     * @param place the register, the word of the IPC buffer or the capability slot of the message that carries it
     * @param value what was passed
     */
    public record Argument(String name, String place, long value) {
    }

    public ErrorAnswer {
        arguments = List.copyOf(arguments);
        sections = List.copyOf(sections);
        text = List.copyOf(text);
    }

    /** For the system call of a unit. */
    public static ErrorAnswer of(UnitRecord unit) {
        int reply = errorReply(unit.path());
        if (reply == 0) {
            return new ErrorAnswer(Optional.empty(), Optional.empty(), unit.mark(0), List.of(), "",
                    List.of(), List.of(Messages.get("error.none")));
        }
        SyscallError error = SyscallError.of(unit.after().read(KernelGlobals.SYSCALL_ERROR_TYPE));
        int deciding = new Cause(unit.path()).of(reply);
        PassedPoint failed = unit.path().get(deciding);
        InvocationLabel label = InvocationLabel.of(
                MessageInfo.LABEL.in(unit.before().register(Register.MSG_INFO)));
        KernelPoint decode = decodeCheck(unit.path(), deciding, reply);
        List<Argument> arguments = Arguments.deciding(unit, label, decode);
        String legal = Arguments.legal(failed.point());
        legal = legal.isEmpty() ? Arguments.legal(decode) : legal;
        return new ErrorAnswer(Optional.ofNullable(error), Optional.of(failed), unit.mark(deciding), arguments,
                legal, Manual.sections(label, error), text(unit, error, failed, label, arguments, legal));
    }

    private static int errorReply(PathLog path) {
        for (int number = path.count(); number > 0; number--) {
            if (path.point(number).kind() == KernelPoint.Kind.ENTRY
                    && path.point(number).function().name().equals("replyFromKernel_error")) {
                return number;
            }
        }
        return 0;
    }

    /** The check of the decode function that failed because of the deciding one, or that one itself. */
    private static KernelPoint decodeCheck(PathLog path, int deciding, int reply) {
        for (int number = deciding; number < reply; number++) {
            KernelPoint point = path.point(number);
            if (point.kind() == KernelPoint.Kind.CHECK && point.function().name().contains("decode")
                    && !point.function().name().equals("decodeInvocation")) {
                return point;
            }
        }
        return path.point(deciding);
    }

    private static List<String> text(UnitRecord unit, SyscallError error, PassedPoint failed, InvocationLabel label,
            List<Argument> arguments, String legal) {
        List<String> text = new ArrayList<>();
        long number = MessageInfo.LABEL.in(unit.before().register(Register.MSG_INFO));
        String invocation = label == null ? Messages.get("error.unknownLabel", number) : label.label();
        text.add(Messages.get("error.returned", invocation,
                unit.before().describe().error(error == null ? -1 : error.number())));
        String operands = PointText.operands(unit.before(), failed);
        text.add(Messages.get("error.check", failed.point().id(), failed.point().text(), operands));
        for (Argument argument : arguments) {
            text.add(Messages.get("error.argument", argument.name(), argument.place(),
                    "0x" + Long.toHexString(argument.value())));
        }
        if (!legal.isEmpty()) {
            text.add(Messages.get("error.legal", legal));
        }
        if (error != null) {
            text.add(Messages.get("error.rule." + error.name()));
        }
        text.add(Manual.line(label, error));
        return text;
    }
}
