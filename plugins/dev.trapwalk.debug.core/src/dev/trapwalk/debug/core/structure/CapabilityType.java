package dev.trapwalk.debug.core.structure;

import org.eclipse.debug.core.model.ILogicalStructureTypeDelegate;
import org.eclipse.debug.core.model.IValue;

/** One way to open a capability. */
abstract class CapabilityType implements ILogicalStructureTypeDelegate {

    @Override
    public final boolean providesLogicalStructure(IValue value) {
        return Subject.of(value).filter(this::opens).isPresent();
    }

    @Override
    public final IValue getLogicalStructure(IValue value) {
        return Subject.of(value).filter(this::opens).<IValue>map(subject -> open(subject, value)).orElse(value);
    }

    /** Whether this way makes sense for a capability; asked for every row, so it looks at its words only. */
    abstract boolean opens(Subject subject);

    /** The capability opened. */
    abstract Group open(Subject subject, IValue value);
}
