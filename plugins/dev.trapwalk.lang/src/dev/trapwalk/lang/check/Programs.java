package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.check.CheckContext.Fix;
import dev.trapwalk.lang.convert.ScenarioConverter;
import dev.trapwalk.lang.program.FunctionSpec;
import dev.trapwalk.lang.program.Libsel4;
import dev.trapwalk.lang.program.ProgramProblem;
import dev.trapwalk.lang.walk.Call;
import dev.trapwalk.lang.walk.Program;
import dev.trapwalk.lang.walk.WalkPackage;
import java.util.List;

/**
 * P01 .. P07: what the machine cannot execute or boot. Runs for scenarios, and for layouts under the simulator's profile;
 * says nothing while the file has syntax errors, since most of it would follow from them.
 */
final class Programs implements Check {

    @Override
    public String id() {
        return "P01";
    }

    @Override
    public void check(CheckContext context) {
        boolean scenario = false;
        for (Section section : context.model().module().getSections()) {
            scenario |= section instanceof Program;
        }
        if (context.errors().any() || !scenario && context.profile() != Profile.SIMULATOR) {
            return;
        }
        for (ProgramProblem problem : ScenarioConverter.check(context.model())) {
            context.enter(problem.id());
            if (problem.at() instanceof Call call && problem.key().equals("P02.function")) {
                unknownFunction(context, call, problem);
                continue;
            }
            Fix fix = problem.replacements().isEmpty() ? Fix.NONE
                    : Fix.replace(problem.replacements().toArray(String[]::new));
            context.report(Severity.ERROR, context.head(problem.at()), fix, problem.key(),
                    problem.arguments().toArray());
        }
    }

    private static void unknownFunction(CheckContext context, Call call, ProgramProblem problem) {
        List<String> similar = Similar.to(call.getFunction(),
                Libsel4.functions().stream().map(FunctionSpec::name).toList());
        Fix fix = similar.isEmpty() ? Fix.NONE : Fix.replace(similar.toArray(String[]::new));
        context.report(Severity.ERROR, call, WalkPackage.Literals.CALL__FUNCTION, fix,
                similar.isEmpty() ? problem.key() : "P02.function.similar", call.getFunction(),
                String.join("', '", similar));
    }
}
