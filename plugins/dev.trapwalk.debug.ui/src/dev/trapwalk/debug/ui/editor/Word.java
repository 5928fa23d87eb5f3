package dev.trapwalk.debug.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** The name at a place of a text, with the names and dots in front of it: what can be evaluated. */
public final class Word {

    private Word() {
    }

    /** Where it stands; an empty region if there is none. */
    public static IRegion at(IDocument document, int offset) {
        try {
            int start = offset;
            while (start > 0 && isPart(document.getChar(start - 1), true)) {
                start--;
            }
            int end = offset;
            while (end < document.getLength() && isPart(document.getChar(end), false)) {
                end++;
            }
            return new Region(start, Math.max(0, end - start));
        } catch (BadLocationException outside) {
            return new Region(offset, 0);
        }
    }

    /** The name itself. */
    public static String text(IDocument document, IRegion region) {
        try {
            return document.get(region.getOffset(), region.getLength());
        } catch (BadLocationException gone) {
            return ""; //$NON-NLS-1$
        }
    }

    private static boolean isPart(char c, boolean inFront) {
        return Character.isLetterOrDigit(c) || c == '_' || inFront && c == '.';
    }
}
