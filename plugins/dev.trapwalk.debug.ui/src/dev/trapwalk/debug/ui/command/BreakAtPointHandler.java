package dev.trapwalk.debug.ui.command;

import dev.trapwalk.debug.core.breakpoint.KernelPointBreakpoint;
import dev.trapwalk.debug.ui.breakpoints.KernelPointDialog;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;

/** Lets a person choose a kernel point and sets a breakpoint there. */
public final class BreakAtPointHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        KernelPointDialog dialog = new KernelPointDialog(HandlerUtil.getActiveShell(event));
        if (dialog.open() == Window.OK) {
            dialog.chosen().ifPresent(point -> {
                try {
                    if (KernelPointBreakpoint.find(point, dialog.mode()).isEmpty()) {
                        new KernelPointBreakpoint(point, dialog.mode());
                    }
                } catch (CoreException failed) {
                    StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
                }
            });
        }
        return null;
    }
}
