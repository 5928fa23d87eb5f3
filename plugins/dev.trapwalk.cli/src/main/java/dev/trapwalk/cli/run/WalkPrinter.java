package dev.trapwalk.cli.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.point.Phase;
import dev.trapwalk.engine.program.Statement;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;

/**
 * Prints a walk as text, one line per kernel point: the phase where it changes, the function by depth, a check with what came of
 * it, and the result of each system call when its thread runs again.
 */
final class WalkPrinter {

    private final PrintWriter out;
    private final Detail detail;
    private Phase phase;
    private Statement announced;
    private String announcedThread = "";

    WalkPrinter(PrintWriter out, Detail detail) {
        this.out = out;
        this.detail = detail;
    }

    /** Prints what the step that led to this stop did. */
    void print(StopState state) {
        if (state.point().isEmpty()) {
            phase = null;
            userMode(state.thread());
        } else {
            point(state, state.point().get());
        }
        out.flush();
    }

    private void userMode(ThreadSnapshot thread) {
        Statement statement = thread.frames().get(thread.frames().size() - 1).statement().orElse(null);
        if (statement != null && (statement != announced || !thread.name().equals(announcedThread))) {
            announced = statement;
            announcedThread = thread.name();
            out.printf("%n%s:%d  %s%n", thread.name(), statement.source().line(), statement.source().text());
        }
    }

    private void point(StopState state, PassedPoint passed) {
        KernelPoint point = passed.point();
        if (!isPrinted(point)) {
            return;
        }
        Phase here = point.function().phase();
        String margin = here == phase ? "" : here.name().toLowerCase(Locale.ROOT);
        phase = here;
        out.printf("  %-9s %s%s%n", margin, "  ".repeat(Math.max(0, passed.depth() - 1)), line(state, passed));
    }

    private boolean isPrinted(KernelPoint point) {
        return switch (detail) {
            case functions -> point.kind() == KernelPoint.Kind.ENTRY;
            case checks -> point.kind() == KernelPoint.Kind.ENTRY || point.isDecision();
            case points -> true;
        };
    }

    private static String line(StopState state, PassedPoint passed) {
        KernelPoint point = passed.point();
        String operands = operands(state, passed);
        return switch (point.kind()) {
            case ENTRY -> point.function().name() + "(" + operands + ")";
            case CHECK -> (passed.outcome() ? "  [ok] " : "  [NO] ") + point.name() + suffix(operands);
            case BRANCH -> (passed.outcome() ? "  [yes] " : "  [no]  ") + point.name() + suffix(operands);
            case ACTION -> "  - " + point.name() + suffix(operands);
            case RETURN -> "  < " + point.function().name() + suffix(operands);
        };
    }

    private static String suffix(String operands) {
        return operands.isEmpty() ? "" : "  (" + operands + ")";
    }

    private static String operands(StopState state, PassedPoint passed) {
        List<Operand> names = passed.point().operands();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), passed.operands().size()); i++) {
            texts.add(names.get(i).name() + " "
                    + state.machine().describe().text(names.get(i).kind(), passed.operands().get(i)));
        }
        return String.join(", ", texts);
    }
}
