package dev.trapwalk.debug.core.tests;

import dev.trapwalk.debug.core.command.BackCommand;
import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.debug.core.model.RefusedException;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Result;
import dev.trapwalk.engine.session.SessionSettings;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.script.ScriptException;
import dev.trapwalk.engine.session.script.SessionStage;
import dev.trapwalk.engine.session.script.Stage;
import dev.trapwalk.engine.session.script.StopLines;
import dev.trapwalk.engine.session.state.FieldRef;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;

/**
 * The Eclipse debug model as the stage of a script: moves by the operations behind the platform's buttons, breakpoints
 * as markers, stacks and values from the elements that views show. What the platform has no operation for (jumping to a
 * mark, branches, the answers of the session) is asked of the target as our own views ask it.
 */
final class ModelStage implements Stage {

    private final WalkDebugTarget target;
    private final StopListener listener;
    private final ModelBreakpoints breakpoints;
    private final ModelValues values;

    ModelStage(String scenario) {
        try {
            IFile file = Workspace.file("scripts", scenario + ".walk", "");
            target = Workspace.start(file, ScenarioTarget.factory(EngineTests.scenario(scenario)),
                    SessionSettings.DEFAULT);
            breakpoints = new ModelBreakpoints(this, file);
        } catch (CoreException broken) {
            throw new AssertionError(broken);
        }
        values = new ModelValues(target);
        listener = new StopListener(target);
        listener.settle();
        listener.clear();
    }

    WalkDebugTarget target() {
        return target;
    }

    @Override
    public StopState state() {
        return target.stopState().orElseThrow();
    }

    @Override
    public <T> T send(Command<T> command) {
        return SessionStage.answer(target.session(), command);
    }

    @Override
    public StopState move(Command.Motion motion) {
        return moved(() -> perform(motion));
    }

    private void perform(Command.Motion motion) throws CoreException {
        WalkThread entered = target.enteredThread().orElseThrow();
        if (motion instanceof Command.Step step) {
            StepGranularity.choose(step.granularity());
            step(step.thread().isEmpty() ? entered : values.thread(step.thread()), step);
        } else if (motion instanceof Command.Resume resume) {
            if (resume.direction() == Direction.FORWARD) {
                entered.resume();
            } else {
                CommandRequest.execute(BackCommand.Resume.class, entered);
            }
        } else {
            target.move(motion, null);
        }
    }

    private static void step(WalkThread thread, Command.Step step) throws DebugException {
        boolean forward = step.direction() == Direction.FORWARD;
        switch (step.kind()) {
            case INTO -> {
                if (forward) {
                    thread.stepInto();
                } else {
                    CommandRequest.execute(BackCommand.Into.class, thread);
                }
            }
            case OVER -> {
                if (forward) {
                    thread.stepOver();
                } else {
                    CommandRequest.execute(BackCommand.Over.class, thread);
                }
            }
            case RETURN -> {
                if (forward) {
                    thread.stepReturn();
                } else {
                    CommandRequest.execute(BackCommand.Return.class, thread);
                }
            }
        }
    }

    /** Does something that moves the machine; one set of events must tell of the stop, and no more. */
    private StopState moved(Action action) {
        listener.clear();
        try {
            action.run();
        } catch (RefusedException refused) {
            throw new ScriptException(refused.code() + ": " + refused.getMessage());
        } catch (CoreException broken) {
            throw new ScriptException(broken.getMessage());
        }
        listener.awaitStop();
        listener.settle();
        String wrong = listener.wrongAboutMove(target.enteredThread().orElseThrow());
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong);
        }
        Result<?> refusal = listener.refusal();
        if (refusal != null) {
            throw new ScriptException(refusal.code() + ": " + refusal.message());
        }
        return state();
    }

    @Override
    public List<String> output() {
        return values.output();
    }

    @Override
    public BreakpointStatus put(Breakpoint breakpoint) {
        return breakpoints.put(breakpoint);
    }

    @Override
    public void remove(String id) {
        breakpoints.remove(id);
    }

    @Override
    public void skip(boolean skip) {
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(!skip);
    }

    @Override
    public List<BreakpointStatus> breakpoints() {
        return send(new Command.ListBreakpoints()).stream().map(breakpoints::renamed).toList();
    }

    @Override
    public List<String> stop() {
        return StopLines.stop(state()).stream().map(breakpoints::withScriptNames).toList();
    }

    @Override
    public List<String> stack() {
        return values.stack();
    }

    @Override
    public List<String> variables(int frame) {
        return values.variables(frame);
    }

    @Override
    public List<String> threads() {
        return values.threads();
    }

    @Override
    public List<String> registers(String group) {
        return values.registers(group);
    }

    @Override
    public String value(String expression) {
        return values.value(expression);
    }

    @Override
    public StopState set(String name, FieldRef place, String value) {
        // a word by its address is no variable; the Memory view sets it through the session, too
        return name.startsWith("0x") ? Stage.super.set(name, place, value)
                : moved(() -> values.variable(name).setValue(value));
    }

    @Override
    public void end() {
        Workspace.end(target);
        listener.close();
    }

    /** Something that the platform lets fail. */
    interface Action {
        void run() throws CoreException;
    }
}
