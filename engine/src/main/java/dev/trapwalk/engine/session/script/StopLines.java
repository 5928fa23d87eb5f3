package dev.trapwalk.engine.session.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.PointText;
import dev.trapwalk.engine.session.state.Frame;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.Variable;

/** How scripts show a stop, the same for every front end. */
public final class StopLines {

    private StopLines() {
    }

    /** Where and why the machine stands: {@code breakpoint client fastpath_call/length fails [id]}. */
    public static List<String> stop(StopState stop) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(stop.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        line.append(": ").append(stop.thread().name()).append(' ').append(place(stop));
        if (!stop.hits().isEmpty()) {
            line.append(" [").append(String.join(", ", stop.hits().stream().map(hit -> hit.breakpoint().id()
                    + (hit.detail().isEmpty() ? "" : " " + hit.detail())).toList())).append(']');
        }
        lines.add(line.toString());
        if (!stop.message().isEmpty()) {
            lines.add("  " + stop.message());
        }
        return lines;
    }

    /** The point with its outcome, or the statement in user mode. */
    public static String place(StopState stop) {
        if (stop.point().isEmpty()) {
            return stop.topFrame().statement().isEmpty() ? "user mode" : "user " + stop.topFrame().label();
        }
        PassedPoint passed = stop.point().get();
        KernelPoint point = passed.point();
        return point.id() + (point.isDecision() ? passed.outcome() ? " holds" : " fails" : "");
    }

    /** The stack of the thread in question, innermost first. */
    public static List<String> stack(StopState stop) {
        return stop.thread().frames().stream().map(Frame::label).toList();
    }

    /** Variables of a frame, the innermost one by number 0. */
    public static List<String> variables(StopState stop, int frame) {
        return stop.thread().frames().get(frame).variables().stream().map(Variable::toString).toList();
    }

    /** The points passed in this unit so far, as a walk. */
    public static List<String> path(StopState stop) {
        return stop.path().all().stream().map(passed -> PointText.line(stop.machine(), passed)).toList();
    }
}
