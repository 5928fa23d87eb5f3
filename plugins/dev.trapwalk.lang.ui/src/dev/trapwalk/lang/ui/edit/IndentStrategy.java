package dev.trapwalk.lang.ui.edit;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultIndentLineAutoEditStrategy;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/** A new line behind an opening brace is one level deeper; a closing brace goes one level back. */
public final class IndentStrategy extends DefaultIndentLineAutoEditStrategy {
    private static final String LEVEL = "    ";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        super.customizeDocumentCommand(document, command);
        try {
            if (command.length == 0 && isNewLine(document, command.text)) {
                newLine(document, command);
            } else if (command.length == 0 && command.text.equals("}")) {
                closingBrace(document, command);
            }
        } catch (BadLocationException e) {
            // The place lies outside of the text, so nothing stands there that could be indented by.
            return;
        }
    }

    private static boolean isNewLine(IDocument document, String text) {
        return TextUtilities.startsWith(document.getLegalLineDelimiters(), text) >= 0 && text.isBlank();
    }

    private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        if (!before.stripTrailing().endsWith("{")) {
            return;
        }
        String outer = command.text;
        command.text = outer + LEVEL;
        boolean closes = command.offset < document.getLength() && document.getChar(command.offset) == '}';
        if (closes) {
            command.caretOffset = command.offset + command.text.length();
            command.shiftsCaret = false;
            command.text += outer;
        }
    }

    private static void closingBrace(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        if (before.isBlank() && before.endsWith(LEVEL)) {
            command.offset -= LEVEL.length();
            command.length = LEVEL.length();
        }
    }
}
