package dev.trapwalk.engine.session.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.CapSpec;
import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.boot.ThreadSpec;
import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.Statement;

/** Builds scenarios in the way people write them: objects, capabilities, threads with their programs. */
public final class ScenarioBuilder {

    public static final int W = 1;
    public static final int R = 2;
    public static final int G = 4;
    public static final int P = 8;

    private final List<ObjectSpec> objects = new ArrayList<>();
    private final List<CapSpec> caps = new ArrayList<>();
    private final Map<String, List<Statement>> programs = new LinkedHashMap<>();
    private KernelConfig config = KernelConfig.REFERENCE;
    private int buffers;

    public ScenarioBuilder config(KernelConfig changed) {
        config = changed;
        return this;
    }

    public ScenarioBuilder object(String name, ObjectType type, int sizeBits) {
        objects.add(new ObjectSpec(name, type, sizeBits, null, -1, null, SourcePlace.NONE));
        return this;
    }

    public ScenarioBuilder cnode(String name, int radix) {
        return object(name, ObjectType.CNODE, radix);
    }

    public ScenarioBuilder endpoint(String name) {
        return object(name, ObjectType.ENDPOINT, 0);
    }

    /** A thread with a CSpace of four bits behind a guard of zeros, an IPC buffer, and a fault handler CPtr or 0. */
    public ScenarioBuilder thread(String name, String cspace, int priority, long faultEndpoint) {
        return thread(name, cspace, 60, priority, faultEndpoint);
    }

    public ScenarioBuilder thread(String name, String cspace, int guardSize, int priority, long faultEndpoint) {
        long buffer = 0x10000 + 0x1000L * buffers++;
        ThreadSpec spec = new ThreadSpec(priority, priority, 0, buffer, 0x401000, 0x20000, List.of(), faultEndpoint,
                true);
        objects.add(new ObjectSpec(name, ObjectType.TCB, 0, null, -1, spec, SourcePlace.NONE));
        caps.add(new CapSpec(name, 0, cspace, 15, 0, 0, guardSize, null, SourcePlace.NONE));
        return this;
    }

    public ScenarioBuilder cap(String container, int slot, String target, int rights, long badge) {
        caps.add(new CapSpec(container, slot, target, rights, badge, 0, 0, null, SourcePlace.NONE));
        return this;
    }

    /** A CNode capability with a guard of zeros. */
    public ScenarioBuilder cnodeCap(String container, int slot, String target, long guard, int guardSize) {
        caps.add(new CapSpec(container, slot, target, 15, 0, guard, guardSize, null, SourcePlace.NONE));
        return this;
    }

    public ScenarioBuilder program(String thread, Statement... statements) {
        programs.put(thread, List.of(statements));
        return this;
    }

    public Scenario build(String name) {
        List<Program> all = new ArrayList<>();
        programs.forEach((thread, statements) -> all.add(new Program(thread, statements)));
        return new Scenario(name, config, new Layout(objects, caps, List.of(), List.of()), all);
    }
}
