package dev.trapwalk.debug.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineEndCodeMining;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** One text at the end of a statement, in the colour of its kind. */
final class InlineValue extends LineEndCodeMining {

    private final Beside beside;

    InlineValue(IDocument document, Beside beside, ICodeMiningProvider provider) throws BadLocationException {
        super(document, beside.source().endLine() - 1, provider);
        this.beside = beside;
        setLabel("   " + beside.label()); //$NON-NLS-1$
    }

    @Override
    public Point draw(GC gc, StyledText text, Color colour, int x, int y) {
        return super.draw(gc, text, beside.kind().colour().color(), x, y);
    }
}
