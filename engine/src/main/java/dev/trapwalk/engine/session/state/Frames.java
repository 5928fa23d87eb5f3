package dev.trapwalk.engine.session.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.point.Operand;

/** Works out the stack from the points that a unit has passed. */
final class Frames {

    private final MachineImage machine;
    private final PathLog path;
    private final long unit;

    Frames(MachineImage machine, PathLog path, long unit) {
        this.machine = machine;
        this.path = path;
        this.unit = unit;
    }

    /** Frames of the thread that is in the kernel, innermost first, its user frame last. */
    List<Frame> inKernel(long tcb) {
        List<Frame> frames = new ArrayList<>();
        int depth = path.count() == 0 ? 0 : path.depth(path.count());
        int last = path.count();
        for (int level = depth; level > 0; level--) {
            int entry = path.entryOf(level, last);
            frames.add(kernelFrame(tcb, level, entry, last));
            last = entry - 1;
        }
        frames.add(user(tcb));
        return frames;
    }

    /** The user frame of a thread. */
    Frame user(long tcb) {
        List<Variable> variables = new ArrayList<>();
        variables.add(Variable.of("tcb", Operand.Kind.TCB, tcb, machine));
        return new Frame(FrameId.user(tcb), Optional.empty(), Optional.empty(),
                machine.programs().current(machine, tcb), variables);
    }

    private Frame kernelFrame(long tcb, int level, int entry, int last) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        int standing = entry;
        for (int number = entry; number <= last; number++) {
            if (path.depth(number) == level) {
                addOperands(variables, number);
                standing = number;
            }
        }
        return new Frame(new FrameId(tcb, unit, entry), Optional.of(path.point(entry).function()),
                Optional.of(path.get(standing)), Optional.empty(), List.copyOf(variables.values()));
    }

    private void addOperands(Map<String, Variable> variables, int number) {
        KernelPoint point = path.point(number);
        List<Operand> operands = point.operands();
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            variables.put(operand.name(),
                    Variable.of(operand.name(), operand.kind(), path.operand(number, i), machine));
        }
        if (point.kind() == KernelPoint.Kind.RETURN) {
            variables.put("return", Variable.of("return", Operand.Kind.WORD, path.operand(number, 0), machine));
        }
    }
}
