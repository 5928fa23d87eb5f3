package dev.trapwalk.lang.ui.mining;

import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** "Debug" above a layout or program; a click does what Debug As does in the editor's menu. */
final class DebugMining extends LineHeaderCodeMining {
    /** The platform makes a command of each launch shortcut; by its name, because editors do without the debugger. */
    private static final String COMMAND = "dev.trapwalk.debug.ui.launchShortcut.debug";

    DebugMining(CodeLens lens, IDocument document, ICodeMiningProvider provider) throws BadLocationException {
        super(lens.getRange().getStart().getLine(), document, provider, event -> debug());
        setLabel(lens.getCommand().getTitle());
    }

    private static void debug() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMAND, null);
        } catch (CommandException e) {
            LangUi.log(e);
        }
    }
}
