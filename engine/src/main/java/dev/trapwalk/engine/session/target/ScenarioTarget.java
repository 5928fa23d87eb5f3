package dev.trapwalk.engine.session.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.LayoutLoader;
import dev.trapwalk.engine.boot.LoadedSystem;
import dev.trapwalk.engine.boot.Machine;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.kernel.CreationListener;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Path;
import dev.trapwalk.engine.program.ExecutionListener;
import dev.trapwalk.engine.program.ProgramCode;

/** A machine on which a scenario was booted. */
public final class ScenarioTarget implements Target {

    private final Machine machine;
    private final ObjectTable objects;
    private final Programs programs;
    private final ProgramCode code;
    /** Set by the interpreter during {@link #advance()}, read at its end. */
    private FailedExpectation failed;

    private ScenarioTarget(Scenario scenario) {
        LoadedSystem system = LayoutLoader.load(scenario);
        machine = system.machine();
        objects = new ObjectTable(named(scenario.layout(), system.addresses()), initial(machine));
        programs = new ProgramPositions(system, machine.memory().registerFile());
        code = system.code();
        code.setExpectationListener((program, expectation, actual, expected) ->
                failed = new FailedExpectation(program.thread(), expectation, actual, expected));
    }

    /** Boots the scenario anew each time. */
    public static TargetFactory factory(Scenario scenario) {
        return () -> new ScenarioTarget(scenario);
    }

    @Override
    public PhysicalMemory memory() {
        return machine.memory();
    }

    @Override
    public Path path() {
        return machine.kernel().path();
    }

    @Override
    public Advance advance() {
        failed = null;
        Machine.Step step = machine.step();
        if (failed != null) {
            return Advance.EXPECTATION_FAILED;
        }
        return switch (step) {
            case USER -> Advance.USER;
            case KERNEL, INTERRUPT -> Advance.KERNEL;
            case STUCK -> Advance.ENDED;
        };
    }

    @Override
    public Optional<FailedExpectation> failedExpectation() {
        return Optional.ofNullable(failed);
    }

    @Override
    public ObjectTable objects() {
        return objects;
    }

    @Override
    public Programs programs() {
        return programs;
    }

    @Override
    public void observe(ExecutionListener listener) {
        code.setExecutionListener(listener);
    }

    @Override
    public void observeCreations(CreationListener listener) {
        machine.kernel().objects().setCreationListener(listener);
    }

    private static List<NamedObject> named(Layout layout, Map<String, Long> addresses) {
        List<NamedObject> named = new ArrayList<>();
        for (ObjectSpec spec : layout.objects()) {
            Long address = addresses.get(spec.name());
            if (address != null) {
                named.add(new NamedObject(spec.name(), spec.type(), address, spec.type().sizeBits(spec.sizeBits()),
                        spec.source()));
            }
        }
        return named;
    }

    /** The thread that set the system up, and its CNode, which holds the original capabilities. */
    private static List<NamedObject> initial(Machine machine) {
        PhysicalMemory memory = machine.memory();
        long tcb = machine.rootTask().tcb();
        long cspace = Tcb.slot(tcb, Tcb.CTABLE);
        return List.of(new NamedObject("init_thread", ObjectType.TCB, tcb, Tcb.SIZE_BITS, SourcePlace.NONE),
                new NamedObject("init_cnode", ObjectType.CNODE, CNodeCap.PTR.get(memory, cspace),
                        (int) CNodeCap.RADIX.get(memory, cspace) + Cte.SIZE_BITS, SourcePlace.NONE));
    }
}
