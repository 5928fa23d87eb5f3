package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.command.StepGranularity;
import dev.trapwalk.engine.session.Granularity;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.UIElement;

/** Chooses what the step commands count as one step; the menu shows the choice. */
public final class GranularityHandler extends AbstractHandler implements IElementUpdater {

    private static final String COMMAND = "dev.trapwalk.debug.ui.granularity"; //$NON-NLS-1$
    private static final String PARAMETER = "dev.trapwalk.debug.ui.granularity.value"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) {
        String name = event.getParameter(PARAMETER);
        if (name != null) {
            StepGranularity.choose(Granularity.valueOf(name));
            HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class)
                    .refreshElements(COMMAND, null);
        }
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        if (!parameters.containsKey(PARAMETER)) {
            element.setTooltip(Messages.bind(Messages.stepIs, Messages.step(StepGranularity.current())));
        }
        element.setChecked(StepGranularity.current().name().equals(parameters.get(PARAMETER)));
    }
}
