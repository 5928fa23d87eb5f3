package dev.trapwalk.engine.session.query;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.PassedPoint;

/** Passed points in words. */
public final class PointText {

    private PointText() {
    }

    /** The operands as {@code length 5, registers 4}. */
    public static String operands(MachineImage machine, PassedPoint passed) {
        List<String> texts = new ArrayList<>();
        List<Operand> operands = passed.point().operands();
        for (int i = 0; i < operands.size(); i++) {
            texts.add(operands.get(i).name() + " "
                    + machine.describe().text(operands.get(i).kind(), passed.operands().get(i)));
        }
        return String.join(", ", texts);
    }

    /** One line for a step of a walk: the point, its outcome, its operands; indented by the depth of the stack. */
    public static String line(MachineImage machine, PassedPoint passed) {
        KernelPoint point = passed.point();
        String what = switch (point.kind()) {
            case ENTRY -> "-> " + point.function().name();
            case RETURN -> "<- " + point.function().name();
            case CHECK, BRANCH -> (passed.outcome() ? "+ " : "x ") + point.name();
            case ACTION -> "* " + point.name();
        };
        String operands = point.kind() == KernelPoint.Kind.RETURN ? "" : operands(machine, passed);
        return "  ".repeat(Math.max(0, passed.depth() - 1)) + what + (operands.isEmpty() ? "" : "  " + operands);
    }
}
