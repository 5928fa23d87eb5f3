package dev.trapwalk.engine.session.query;

import java.util.Arrays;
import java.util.List;

import dev.trapwalk.engine.program.Statement;

/**
 * What happened in a stretch of a session's time. Stretches that follow each other can be put together.
 *
 * @param from first unit
 * @param to the unit behind the last one
 * @param executed statements that came to their end, in order
 * @param coverage of all kernel points passed
 */
public record RunLog(long from, long to, List<Executed> executed, Coverage coverage) {

    public RunLog {
        executed = List.copyOf(executed);
    }

    /**
     * A statement that a program executed to its end.
     *
     * @param unit in which it ended
     * @param thread name of the TCB that runs the program
     * @param statement the statement
     * @param words what it worked with, as {@link dev.trapwalk.engine.program.ExecutionListener} says
     */
    public record Executed(long unit, String thread, Statement statement, List<Long> words) {

        public Executed(long unit, String thread, Statement statement, long... words) {
            this(unit, thread, statement, Arrays.stream(words).boxed().toList());
        }

        public Executed {
            words = List.copyOf(words);
        }
    }
}
