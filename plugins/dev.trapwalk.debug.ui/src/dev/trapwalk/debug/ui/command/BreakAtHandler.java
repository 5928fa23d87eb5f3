package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.ui.breakpoints.BreakpointDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the dialog that sets breakpoints, at the kind that the command's parameter names. */
public final class BreakAtHandler extends AbstractHandler {

    private static final String KIND = "dev.trapwalk.debug.ui.breakAt.kind"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) {
        String kind = event.getParameter(KIND);
        new BreakpointDialog(HandlerUtil.getActiveShell(event),
                kind == null ? BreakpointKind.POINT : BreakpointKind.valueOf(kind)).open();
        return null;
    }
}
