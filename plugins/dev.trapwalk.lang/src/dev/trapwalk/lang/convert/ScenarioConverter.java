package dev.trapwalk.lang.convert;

import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.PseudoTarget;
import dev.trapwalk.lang.program.Lowering;
import dev.trapwalk.lang.program.ProgramProblem;
import dev.trapwalk.lang.program.ThreadNames;
import dev.trapwalk.lang.walk.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a {@link Scenario} of an analysed file: the layout for the x86_64 machine, and one program per TCB that has one.
 * A plain {@code .cdl} is a scenario without programs.
 */
public final class ScenarioConverter {

    private ScenarioConverter() {
    }

    /** Converts with the kernel configuration {@code config}, raised to the number of domains that the file uses. */
    public static Conversion convert(Analysis analysis, KernelConfig config) {
        List<ProgramProblem> problems = new ArrayList<>();
        Layout layout = LayoutConverter.convert(analysis.model(), problems);
        List<dev.trapwalk.engine.program.Program> programs = programs(analysis.model(), problems);
        if (!problems.isEmpty() || analysis.hasErrors()) {
            return new Conversion(null, problems);
        }
        int domains = Math.max(config.numDomains(), LayoutConverter.domains(layout));
        String name = analysis.uri().substring(analysis.uri().lastIndexOf('/') + 1);
        return new Conversion(new Scenario(name, config.withNumDomains(domains), layout, programs), problems);
    }

    /** Problems of the programs alone, for the editor. */
    public static List<ProgramProblem> check(CapdlModel model) {
        List<ProgramProblem> problems = new ArrayList<>();
        programs(model, problems);
        LayoutConverter.convert(model, problems);
        return problems;
    }

    private static List<dev.trapwalk.engine.program.Program> programs(CapdlModel model,
            List<ProgramProblem> problems) {
        Map<String, dev.trapwalk.engine.program.Program> programs = new TreeMap<>();
        for (Section section : model.module().getSections()) {
            if (section instanceof Program program && program.getThread() != null
                    && program.getThread().getName() != null) {
                ObjectRef thread = thread(model, program.getThread(), problems);
                if (thread != null) {
                    Lowering.Result result = Lowering.lower(program, new ThreadNames(model, thread));
                    problems.addAll(result.problems());
                    if (programs.putIfAbsent(thread.toString(), result.program()) != null) {
                        problems.add(problem("P06.twice", program.getThread(), thread));
                    }
                }
            }
        }
        return List.copyOf(programs.values());
    }

    private static ObjectRef thread(CapdlModel model, NameRef ref, List<ProgramProblem> problems) {
        ObjectDecl decl = model.object(ref.getName());
        long index = ObjectDecl.SCALAR;
        if (ref.getRanges().size() == 1 && ref.getRanges().get(0).getFrom() != null) {
            index = Numbers.index(ref.getRanges().get(0).getFrom());
        }
        boolean exists = decl != null && (decl.isArray() ? index >= 0 && index < decl.count()
                : index == ObjectDecl.SCALAR && !ref.isIndexed());
        if (!exists) {
            List<String> threads = model.objects().stream().filter(object -> object.is(ObjectType.TCB))
                    .map(ObjectDecl::name).limit(5).toList();
            problems.add(new ProgramProblem("P06.thread", ref,
                    List.of(ref.getName(), threads.isEmpty() ? "-" : String.join(", ", threads)), threads));
            return null;
        }
        if (!decl.is(ObjectType.TCB)) {
            problems.add(problem("P06.notTcb", ref, decl.name(),
                    decl.type() == null ? "?" : decl.type().keyword()));
            return null;
        }
        return new ObjectRef(decl, index);
    }

    private static ProgramProblem problem(String key, NameRef at, Object... arguments) {
        return new ProgramProblem(key, at, List.of(arguments), List.of());
    }

    /** Whether the simulated machine has objects of a type, or stands in for them as it does for interrupts. */
    public static boolean isModelled(ObjectType type) {
        return type.isIrq() || ObjectConverter.engineType(type, Arch.PAGE_BITS) != null;
    }

    /** Whether the simulated machine has this authority. */
    public static boolean isModelled(PseudoTarget target) {
        return target != PseudoTarget.SCHED_CONTROL && target != PseudoTarget.IO_SPACE_MASTER;
    }
}
