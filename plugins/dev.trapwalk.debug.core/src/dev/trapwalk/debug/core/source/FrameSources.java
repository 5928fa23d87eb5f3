package dev.trapwalk.debug.core.source;

import dev.trapwalk.debug.core.model.WalkStackFrame;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupParticipant;

/** A user frame's source is its scenario file, a kernel frame's the listing of its function. */
final class FrameSources extends AbstractSourceLookupParticipant {

    @Override
    public String getSourceName(Object object) {
        if (!(object instanceof WalkStackFrame frame)) {
            return null;
        }
        return frame.frame().function().map(function -> function.name() + "." + KernelListingStorage.EXTENSION)
                .orElse(frame.getDebugTarget().scenario().getName());
    }

    @Override
    public Object[] findSourceElements(Object object) {
        if (!(object instanceof WalkStackFrame frame)) {
            return new Object[0];
        }
        return new Object[] {frame.frame().function().<Object>map(KernelListingStorage::new)
                .orElse(frame.getDebugTarget().scenario())};
    }
}
