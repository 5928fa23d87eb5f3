package dev.trapwalk.debug.ui.why;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.query.LookupTrace;
import java.util.List;
import java.util.Optional;

/**
 * One question with its answer.
 *
 * @param question as a person would ask it
 * @param refused whether the answer tells of a refusal
 * @param lines the answer
 * @param mark where it was decided
 * @param check what decided it
 * @param lookup the lookup that failed, if that is what it was
 */
record Answer(String question, boolean refused, List<String> lines, Optional<Mark> mark, Optional<KernelPoint> check,
        Optional<LookupTrace> lookup) {

    Answer(String question, boolean refused, List<String> lines, Optional<Mark> mark, Optional<KernelPoint> check) {
        this(question, refused, lines, mark, check, Optional.empty());
    }
}
