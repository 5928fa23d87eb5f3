package dev.trapwalk.debug.core.structure;

import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.Variable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.debug.core.model.IValue;

/** A CNode as its slots: those that hold something, in ranges of indices where there are many. */
public final class CNodeStructure extends CapabilityType {

    /** Most slots side by side; more are put into ranges of this many indices. */
    static final int RANGE = 64;

    @Override
    boolean opens(Subject subject) {
        return subject.type() == CapType.CNODE;
    }

    @Override
    Group open(Subject subject, IValue value) {
        MachineImage machine = subject.machine();
        long first = CNodeCap.PTR.in(subject.word());
        int slots = 1 << CNodeCap.RADIX.in(subject.word());
        List<Variable> full = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            long slot = first + (long) i * Cte.BYTES;
            if (CapType.of(machine.read(slot)) != CapType.NULL) {
                full.add(Variable.of("[" + i + "]", Operand.Kind.SLOT, slot, machine));
                indices.add(i);
            }
        }
        Group group = new Group(subject.frame(), Messages.bind(Messages.fullSlots, full.size(), slots));
        if (full.size() <= RANGE) {
            full.forEach(group::add);
            return group;
        }
        for (int from = 0; from < slots; from += RANGE) {
            Group range = new Group(subject.frame(), "");
            for (int i = 0; i < full.size(); i++) {
                if (indices.get(i) >= from && indices.get(i) < from + RANGE) {
                    range.add(full.get(i));
                }
            }
            if (range.hasVariables()) {
                group.add("[" + from + ".." + (from + RANGE - 1) + "]", range);
            }
        }
        return group;
    }
}
