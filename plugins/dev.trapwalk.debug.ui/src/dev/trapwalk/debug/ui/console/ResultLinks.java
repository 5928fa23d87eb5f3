package dev.trapwalk.debug.ui.console;

import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

/** Makes links of results: {@code client: seL4_CNode_Copy -> seL4_FailedLookup (6)}. */
public final class ResultLinks implements IPatternMatchListenerDelegate {

    private static final String ARROW = " -> "; //$NON-NLS-1$

    /** Null again when the console is gone, which may be while its text is being looked through. */
    private volatile TextConsole connected;

    @Override
    public void connect(TextConsole newConsole) {
        connected = newConsole;
        LastLines.watch();
    }

    @Override
    public void disconnect() {
        connected = null;
    }

    @Override
    public void matchFound(PatternMatchEvent match) {
        TextConsole console = connected;
        if (console == null) {
            return;
        }
        try {
            String line = console.getDocument().get(match.getOffset(), match.getLength());
            int result = line.indexOf(ARROW) + ARROW.length();
            if (console instanceof IConsole ofProcess) {
                console.addHyperlink(new ResultLink(console, ofProcess.getProcess()),
                        match.getOffset() + result, match.getLength() - result);
            }
        } catch (BadLocationException cleared) {
            // The console was cleared meanwhile: there is no line to link.
            return;
        }
    }
}
