package dev.trapwalk.debug.ui.console;

import dev.trapwalk.debug.core.launch.WalkProcess;
import dev.trapwalk.debug.ui.why.Asking;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;

/** The result of a system call in the console; a click has the Why view tell how it came about. */
final class ResultLink implements IHyperlink {

    private final TextConsole console;
    private final IProcess process;

    ResultLink(TextConsole console, IProcess process) {
        this.console = console;
        this.process = process;
    }

    @Override
    public void linkActivated() {
        WalkProcess walk = Adapters.adapt(process, WalkProcess.class);
        IDocument document = console.getDocument();
        try {
            int number = document.getLineOfOffset(console.getRegion(this).getOffset());
            String line = line(document, number);
            int later = 0;
            for (int i = number + 1; i < document.getNumberOfLines(); i++) {
                later += line(document, i).equals(line) ? 1 : 0;
            }
            String thread = line.substring(0, line.indexOf(':'));
            walk.printed().mark(line, later).ifPresent(mark -> walk.target().ifPresent(
                    target -> Asking.aboutReturn(page(), target, thread, mark.unit())));
        } catch (BadLocationException cleared) {
            // The console was cleared meanwhile: there is nothing to tell about.
            return;
        }
    }

    private static String line(IDocument document, int number) throws BadLocationException {
        return document.get(document.getLineOffset(number), document.getLineLength(number)).strip();
    }

    private static IWorkbenchPage page() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return (active == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : active).getActivePage();
    }

    @Override
    public void linkEntered() {
        // Nothing is shown before a click.
    }

    @Override
    public void linkExited() {
        // Nothing was shown.
    }
}
