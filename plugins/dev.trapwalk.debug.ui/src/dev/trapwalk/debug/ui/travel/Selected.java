package dev.trapwalk.debug.ui.travel;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.past.Pasts;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;

/** The session that commands of a window are about. */
public final class Selected {

    private Selected() {
    }

    /** The session selected in the Debug view; the only one there is otherwise. */
    public static Optional<WalkDebugTarget> session(IWorkbenchWindow window) {
        ISelection selection = DebugUITools.getDebugContextManager().getContextService(window).getActiveContext();
        WalkDebugTarget selected = selection instanceof IStructuredSelection structured
                ? Adapters.adapt(structured.getFirstElement(), WalkDebugTarget.class) : null;
        return Optional.ofNullable(selected).filter(target -> !target.isTerminated())
                .or(() -> Pasts.get().latestTarget().filter(target -> !target.isTerminated()))
                .or(() -> Stream.of(DebugPlugin.getDefault().getLaunchManager().getDebugTargets())
                        .filter(WalkDebugTarget.class::isInstance).map(WalkDebugTarget.class::cast)
                        .filter(target -> !target.isTerminated()).findFirst());
    }
}
