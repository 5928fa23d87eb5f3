package dev.trapwalk.debug.ui.csource;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.core.model.ISuspendResume;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** Run to Line in a scenario, a kernel listing, or a C file of the user's seL4 checkout. */
public final class RunToLine implements IRunToLineTarget, IAdapterFactory {

    @Override
    public <T> T getAdapter(Object part, Class<T> type) {
        boolean ours = part instanceof KernelListingEditor || part instanceof ITextEditor editor
                && (isScenario(editor) || CSourceEditors.file(editor).isPresent());
        return type == IRunToLineTarget.class && ours ? type.cast(this) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IRunToLineTarget.class};
    }

    @Override
    public void runToLine(IWorkbenchPart part, ISelection selection, ISuspendResume suspended) {
        WalkDebugTarget target = Adapters.adapt(suspended, WalkDebugTarget.class);
        location(part, selection).ifPresent(location -> target.runTo(new Place.At(location)));
    }

    @Override
    public boolean canRunToLine(IWorkbenchPart part, ISelection selection, ISuspendResume suspended) {
        WalkDebugTarget target = Adapters.adapt(suspended, WalkDebugTarget.class);
        return target != null && target.canResume() && location(part, selection).isPresent();
    }

    private static Optional<Location> location(IWorkbenchPart part, ISelection selection) {
        if (!(selection instanceof ITextSelection text)) {
            return Optional.empty();
        }
        int line = text.getStartLine() + 1;
        if (part instanceof KernelListingEditor listing) {
            return listing.point(line).map(RunToLine::at);
        }
        ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
        if (editor != null && isScenario(editor)) {
            return Optional.of(new Location.AtLine(line, "")); //$NON-NLS-1$
        }
        return CSourceEditors.file(part)
                .flatMap(file -> CSourceEditors.points(file, line).stream().findFirst()).map(RunToLine::at);
    }

    private static Location at(KernelPoint point) {
        return new Location.AtPoint(point.id(), Location.AtPoint.Mode.PASSED);
    }

    private static boolean isScenario(ITextEditor editor) {
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        return file != null && ScenarioFile.EXTENSION.equals(file.getFileExtension());
    }
}
