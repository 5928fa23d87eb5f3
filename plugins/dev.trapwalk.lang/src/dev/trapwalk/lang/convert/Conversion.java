package dev.trapwalk.lang.convert;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.lang.program.ProgramProblem;
import java.util.List;

/**
 * A scenario ready to boot, or the reasons why it is not.
 *
 * @param scenario null when there are problems
 * @param problems also reported as diagnostics of the file
 */
public record Conversion(Scenario scenario, List<ProgramProblem> problems) {

    public Conversion {
        problems = List.copyOf(problems);
    }
}
