package dev.trapwalk.debug.core.tests;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkRegisterGroup;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.debug.core.model.WalkVariable;
import dev.trapwalk.engine.session.script.ScriptException;
import dev.trapwalk.engine.session.state.RegisterGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;
import org.eclipse.debug.core.model.IRegister;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.core.model.IWatchExpressionResult;

/** Reads what the platform's views would show of a target. */
final class ModelValues {

    private static final Pattern SLOT_FIELD = Pattern.compile("(\\w+)\\[(\\d+)\\]\\.(\\w+)");
    private static final Pattern SAVED = Pattern.compile("(\\w+)\\.saved\\.(\\w+)");
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\.(\\w+)");

    private final WalkDebugTarget target;

    ModelValues(WalkDebugTarget target) {
        this.target = target;
    }

    WalkThread thread(String name) {
        return Stream.of(target.getThreads()).map(WalkThread.class::cast)
                .filter(thread -> thread.snapshot().name().equals(name)).findFirst().orElseThrow();
    }

    private WalkThread entered() {
        return target.enteredThread().orElseThrow();
    }

    List<String> threads() {
        return read(() -> {
            List<String> names = new ArrayList<>();
            for (IThread thread : target.getThreads()) {
                names.add(thread.getName());
            }
            return names;
        });
    }

    List<String> stack() {
        return read(() -> Stream.of(entered().getStackFrames())
                .map(frame -> ((WalkStackFrame) frame).frame().label()).toList());
    }

    List<String> variables(int frame) {
        return read(() -> {
            IStackFrame at = entered().getStackFrames()[frame];
            List<String> texts = new ArrayList<>();
            for (IVariable variable : at.getVariables()) {
                texts.add(text(variable));
            }
            return texts;
        });
    }

    List<String> registers(String group) {
        return read(() -> {
            List<String> texts = new ArrayList<>();
            for (IRegister register : registers(entered(), RegisterGroup.Kind.valueOf(group.toUpperCase()))) {
                if (((WalkVariable) register).variable().value() != 0) {
                    texts.add(text(register));
                }
            }
            return texts;
        });
    }

    private static IRegister[] registers(WalkThread thread, RegisterGroup.Kind kind) throws DebugException {
        for (IRegisterGroup group : thread.getTopStackFrame().getRegisterGroups()) {
            if (((WalkRegisterGroup) group).kind() == kind) {
                return group.getRegisters();
            }
        }
        return new IRegister[0];
    }

    private static String text(IVariable variable) throws DebugException {
        return variable.getName() + " = " + variable.getValue().getValueString();
    }

    /** The value of a watch expression, as the Expressions view has it worked out. */
    String value(String expression) {
        return read(() -> watch(expression).getValueString());
    }

    private IValue watch(String expression) throws DebugException {
        List<IWatchExpressionResult> results = new ArrayList<>();
        DebugPlugin.getDefault().getExpressionManager().newWatchExpressionDelegate(DebugCore.MODEL_ID)
                .evaluateExpression(expression, entered().getTopStackFrame(), results::add);
        if (results.size() != 1) {
            throw new AssertionError("a watch expression is answered exactly once: " + results.size());
        }
        if (results.get(0).hasErrors()) {
            throw new ScriptException(results.get(0).getErrorMessages()[0]);
        }
        return results.get(0).getValue();
    }

    /** What a person would edit in the Registers view, or in what a watch expression opens into. */
    IVariable variable(String name) throws DebugException {
        Matcher slot = SLOT_FIELD.matcher(name);
        Matcher saved = SAVED.matcher(name);
        Matcher field = FIELD.matcher(name);
        if (slot.matches()) {
            return named(watch("slot(" + slot.group(1) + ", " + slot.group(2) + ")").getVariables(), slot.group(3));
        } else if (saved.matches()) {
            return named(registers(thread(saved.group(1)), RegisterGroup.Kind.SAVED), saved.group(2));
        } else if (field.matches()) {
            return named(watch(field.group(1)).getVariables(), field.group(2));
        }
        List<IRegister> all = new ArrayList<>();
        for (RegisterGroup.Kind kind : RegisterGroup.Kind.values()) {
            all.addAll(List.of(registers(entered(), kind)));
        }
        return named(all.toArray(IVariable[]::new), name);
    }

    private static IVariable named(IVariable[] variables, String name) throws DebugException {
        for (IVariable variable : variables) {
            if (variable.getName().equals(name)) {
                return variable;
            }
        }
        throw new AssertionError("there is no variable " + name);
    }

    /** The lines that the process printed since this was asked last. */
    List<String> output() {
        List<String> lines = new ArrayList<>();
        lines.addAll(lines(target.getProcess().getStreamsProxy().getErrorStreamMonitor()));
        lines.addAll(lines(target.getProcess().getStreamsProxy().getOutputStreamMonitor()));
        return lines;
    }

    private static List<String> lines(IStreamMonitor monitor) {
        String text = monitor.getContents();
        ((IFlushableStreamMonitor) monitor).flushContents();
        return text.lines().toList();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (DebugException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A getter of the platform. */
    private interface Reading<T> {
        T read() throws DebugException;
    }
}
