package dev.trapwalk.debug.core.source;

import dev.trapwalk.debug.core.model.WalkStackFrame;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.sourcelookup.AbstractSourceLookupParticipant;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user frame's source is its scenario file. A kernel frame's is the C file of the user's seL4 checkout, or the listing
 * of its function where there is no checkout or the function is not found in it.
 */
final class FrameSources extends AbstractSourceLookupParticipant {

    @Override
    public String getSourceName(Object object) throws CoreException {
        if (!(object instanceof WalkStackFrame frame)) {
            return null;
        }
        return frame.frame().function().map(function -> function.name() + "." + KernelListingStorage.EXTENSION)
                .orElse(frame.getDebugTarget().scenario().getName());
    }

    /** Called in a job: may wait until the checkout has been read. */
    @Override
    public Object[] findSourceElements(Object object) {
        if (!(object instanceof WalkStackFrame frame)) {
            return new Object[0];
        }
        if (frame.frame().function().isPresent()) {
            KernelSource.of(frame).ifPresent(KernelSource::prepare);
            Optional<Path> file = KernelSource.of(frame).flatMap(source -> source.file(frame.frame()));
            return new Object[] {file.map(FrameSources::element)
                    .orElseGet(() -> new KernelListingStorage(frame.frame().function().get()))};
        }
        IFile scenario = frame.getDebugTarget().scenario();
        return scenario.exists() ? new Object[] {scenario} : new Object[0];
    }

    /** The file as a resource if the checkout is in the workspace or linked into it. */
    private static Object element(Path file) {
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri()))
                .filter(IResource::isAccessible).<Object>map(resource -> resource).findFirst()
                .orElseGet(() -> new LocalFileStorage(file.toFile()));
    }
}
