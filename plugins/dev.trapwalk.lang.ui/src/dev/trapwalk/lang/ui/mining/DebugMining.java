package dev.trapwalk.lang.ui.mining;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.Messages;
import java.util.Arrays;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** "Debug" above a layout or program; a click on a program's does what Debug As does in the editor's menu. */
final class DebugMining extends LineHeaderCodeMining {
    /** The platform makes a command of each launch shortcut; by its name, because editors do without the debugger. */
    private static final String COMMAND = "dev.trapwalk.debug.ui.launchShortcut.debug";

    DebugMining(CodeLens lens, AnalysedDocument analysed, IDocument document, ICodeMiningProvider provider)
            throws BadLocationException {
        super(lens.getRange().getStart().getLine(), document, provider, event -> debug(analysed, (Control) event.widget));
        setLabel(lens.getCommand().getTitle());
    }

    /** @param clicked tells the window, which need not be the active one yet */
    private static void debug(AnalysedDocument analysed, Control clicked) {
        Shell shell = clicked.getShell();
        try {
            if (analysed.isWalk()) {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMAND, null);
            } else {
                new LayoutLaunch(page(shell),
                        question -> MessageDialog.openQuestion(shell, Messages.LayoutLaunch_Title, question),
                        text -> MessageDialog.openInformation(shell, Messages.LayoutLaunch_Title, text))
                        .open(analysed);
            }
        } catch (CommandException | CoreException e) {
            LangUi.log(e);
        }
    }

    private static IWorkbenchPage page(Shell shell) {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        return Arrays.stream(windows).filter(window -> window.getShell() == shell).findFirst().orElse(windows[0])
                .getActivePage();
    }
}
