package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.SessionStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform asks elements from many threads at any time: no answer may wait for the machine. */
class GettersTest {

    private static final Pattern GETTER = Pattern.compile("(get|is|has|can|supports)[A-Z].*|hashCode|toString|equals");
    private static final int THREADS = 4;
    private static final int LIMIT_SECONDS = 60;
    private static final int DEPTH = 2;

    private final BlockedMachine machine =
            new BlockedMachine(ScenarioTarget.factory(EngineTests.scenario("call-fastpath")));
    private WalkDebugTarget target;

    @AfterEach
    void close() throws Exception {
        machine.release();
        Workspace.end(target);
        Workspace.removeBreakpoints();
    }

    @Test
    void everyGetterAnswersWhileTheMachineDoesNot() throws Exception {
        IFile file = Workspace.file("getters", "blocked.walk", "");
        KernelBreakpoints.set(new Location.AtPoint("fastpath_call/length", Location.AtPoint.Mode.PASSED));
        target = Workspace.start(file, machine, SessionSettings.DEFAULT);
        Waiting.until("the first stop", target::isSuspended);
        StopListener.stopAfter(target, target::resume);
        Set<Object> elements = elements();
        assertThat(elements).hasSizeGreaterThan(100);
        machine.arm();
        target.resume();
        machine.awaitBlocked();
        int calls = callAllFromManyThreads(elements);
        assertThat(calls).isGreaterThan(1000);
        assertThat(target.session().status()).as("still blocked").isEqualTo(SessionStatus.RUNNING);
    }

    /** All that views could hold on to: threads, frames, variables with what is inside them, registers, memory. */
    private Set<Object> elements() throws DebugException {
        Set<Object> elements = new LinkedHashSet<>();
        elements.add(target);
        elements.add(target.getProcess());
        elements.add(target.getExtendedMemoryBlock("client", target));
        for (IThread thread : target.getThreads()) {
            elements.add(thread);
            for (IStackFrame frame : thread.getStackFrames()) {
                elements.add(frame);
                addVariables(elements, frame.getVariables(), DEPTH);
                for (IRegisterGroup group : frame.getRegisterGroups()) {
                    elements.add(group);
                    addVariables(elements, group.getRegisters(), 1);
                }
            }
        }
        elements.addAll(List.of(DebugPlugin.getDefault().getBreakpointManager().getBreakpoints()));
        return elements;
    }

    private static void addVariables(Set<Object> elements, IVariable[] variables, int depth) throws DebugException {
        for (IVariable variable : variables) {
            elements.add(variable);
            elements.add(variable.getValue());
            if (depth > 0) {
                addVariables(elements, variable.getValue().getVariables(), depth - 1);
            }
        }
    }

    private static int callAllFromManyThreads(Set<Object> elements) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(pool.submit(() -> callAll(elements)));
            }
            int calls = 0;
            for (Future<Integer> each : running) {
                calls += each.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
            return calls;
        } finally {
            pool.shutdownNow();
        }
    }

    private static int callAll(Set<Object> elements) throws IllegalAccessException {
        int calls = 0;
        for (Object element : elements) {
            for (Method method : element.getClass().getMethods()) {
                boolean equals = method.getName().equals("equals");
                if (GETTER.matcher(method.getName()).matches() && Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic() && method.getParameterCount() == (equals ? 1 : 0)) {
                    call(element, method, equals ? new Object[] {elements.iterator().next()} : new Object[0]);
                    calls++;
                }
            }
        }
        return calls;
    }

    private static void call(Object element, Method method, Object[] arguments) throws IllegalAccessException {
        try {
            method.setAccessible(true);
            method.invoke(element, arguments);
        } catch (InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof DebugException)) {
                fail(method + " on " + element.getClass(), thrown.getCause());
            }
        }
    }
}
