package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.launch.ScenarioFile;
import dev.trapwalk.debug.ui.csource.CPointToggle;
import dev.trapwalk.debug.ui.csource.CSourceEditors;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * What a double click in a ruler sets: a line breakpoint in a scenario, a breakpoint at a kernel point in a listing;
 * and what Toggle Watchpoint sets for what is selected in a view.
 */
public final class ToggleBreakpointsFactory implements IToggleBreakpointsTargetFactory {

    private static final String LINE = "dev.trapwalk.debug.ui.toggle.line"; //$NON-NLS-1$
    private static final String C_LINE = "dev.trapwalk.debug.ui.toggle.c"; //$NON-NLS-1$
    private static final String WATCH = "dev.trapwalk.debug.ui.toggle.watch"; //$NON-NLS-1$
    private static final String POINT = "dev.trapwalk.debug.ui.toggle.point."; //$NON-NLS-1$

    @Override
    public Set<String> getToggleTargets(IWorkbenchPart part, ISelection selection) {
        if (part instanceof KernelListingEditor) {
            Set<String> modes = new LinkedHashSet<>();
            List.of(Mode.values()).forEach(mode -> modes.add(POINT + mode));
            return modes;
        }
        if (WatchToggle.watched(part, selection).isPresent()) {
            return Set.of(WATCH);
        }
        return isScenario(part) ? Set.of(LINE) : CSourceEditors.file(part).isPresent() ? Set.of(C_LINE) : Set.of();
    }

    @Override
    public String getDefaultToggleTarget(IWorkbenchPart part, ISelection selection) {
        return part instanceof KernelListingEditor ? POINT + Mode.PASSED : isScenario(part) ? LINE
                : CSourceEditors.file(part).isPresent() ? C_LINE
                : WatchToggle.watched(part, selection).isPresent() ? WATCH : null;
    }

    @Override
    public String getToggleTargetName(String target) {
        return switch (target) {
            case POINT + "HOLDS" -> Messages.togglePointHolds; //$NON-NLS-1$
            case POINT + "FAILS" -> Messages.togglePointFails; //$NON-NLS-1$
            case LINE -> Messages.toggleLine;
            case WATCH -> Messages.toggleWatch;
            default -> Messages.togglePoint;
        };
    }

    @Override
    public String getToggleTargetDescription(String target) {
        return getToggleTargetName(target);
    }

    @Override
    public IToggleBreakpointsTarget createToggleTarget(String target) {
        return switch (target) {
            case LINE -> new ScenarioLineToggle();
            case C_LINE -> new CPointToggle();
            case WATCH -> new WatchToggle();
            default -> new KernelPointToggle(Mode.valueOf(target.substring(POINT.length())));
        };
    }

    private static boolean isScenario(IWorkbenchPart part) {
        ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
        IFile file = editor == null ? null : Adapters.adapt(editor.getEditorInput(), IFile.class);
        return file != null && ScenarioFile.EXTENSION.equals(file.getFileExtension());
    }
}
