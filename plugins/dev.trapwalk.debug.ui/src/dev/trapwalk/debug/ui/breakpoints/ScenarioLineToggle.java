package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** Sets and removes breakpoints on lines of a scenario. */
final class ScenarioLineToggle extends LineToggle {

    @Override
    protected void toggle(IWorkbenchPart part, int line) throws CoreException {
        IFile file = Adapters.adapt(Adapters.adapt(part, ITextEditor.class).getEditorInput(), IFile.class);
        if (file != null) {
            ScenarioLineBreakpoint.toggle(file, line);
        }
    }
}
