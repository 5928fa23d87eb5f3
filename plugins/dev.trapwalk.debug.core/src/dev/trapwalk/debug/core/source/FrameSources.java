package dev.trapwalk.debug.core.source;

import dev.trapwalk.debug.core.model.WalkStackFrame;
import org.eclipse.core.resources.IFile;
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
        if (frame.frame().function().isPresent()) {
            return new Object[] {new KernelListingStorage(frame.frame().function().get())};
        }
        IFile scenario = frame.getDebugTarget().scenario();
        return scenario.exists() ? new Object[] {scenario} : new Object[0];
    }
}
