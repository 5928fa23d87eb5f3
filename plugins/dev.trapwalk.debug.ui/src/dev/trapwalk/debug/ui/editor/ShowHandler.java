package dev.trapwalk.debug.ui.editor;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches what editors show of a stop; the menu shows what is on. */
public final class ShowHandler extends AbstractHandler implements IElementUpdater {

    private static final String COMMAND = "dev.trapwalk.debug.ui.show"; //$NON-NLS-1$
    private static final String PARAMETER = "dev.trapwalk.debug.ui.show.what"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) {
        Shown shown = Shown.valueOf(event.getParameter(PARAMETER));
        shown.show(!shown.isOn());
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        Object what = parameters.get(PARAMETER);
        element.setChecked(what != null && Shown.valueOf(what.toString()).isOn());
    }
}
