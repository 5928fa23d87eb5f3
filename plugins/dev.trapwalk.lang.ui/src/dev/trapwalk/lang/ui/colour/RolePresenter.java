package dev.trapwalk.lang.ui.colour;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Syntax;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;

/**
 * Finds what a keystroke changes and colours it. Because roles are found anew for the whole text, a brace or the
 * beginning
 * of a comment repaints exactly as far as it changes the meaning.
 */
final class RolePresenter implements IPresentationDamager, IPresentationRepairer {
    private final RoleColours colours;
    private IDocument document;
    private TextSnapshot painted;

    RolePresenter(RoleColours colours) {
        this.colours = colours;
    }

    @Override
    public void setDocument(IDocument newDocument) {
        document = newDocument;
        painted = null;
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        TextSnapshot now = current();
        if (painted == null) {
            painted = now;
            return new Region(0, now.text().length());
        }
        int inserted = event.getText() == null ? 0 : event.getText().length();
        if (painted == now) {
            // The same change again, of which the beginning is known; or something to be drawn over the text.
            return new Region(event.getOffset(), now.text().length() - event.getOffset());
        }
        Damage damage = Damage.between(painted, now);
        painted = now;
        int from = Math.min(damage.from(), event.getOffset());
        int to = Math.max(damage.to(), event.getOffset() + inserted);
        return new Region(from, Math.max(0, Math.min(to, now.text().length()) - from));
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        TextSnapshot now = current();
        painted = painted == null ? now : painted;
        Tokens tokens = now.tokens();
        Syntax syntax = now.syntax();
        int end = damage.getOffset() + damage.getLength();
        for (int i = Math.max(0, tokens.before(damage.getOffset()) - 1); i < tokens.size()
                && tokens.start(i) < end; i++) {
            TextAttribute look = colours.of(syntax.role(i));
            int from = Math.max(tokens.start(i), damage.getOffset());
            int to = Math.min(tokens.end(i), end);
            if (look != null && from < to) {
                presentation.addStyleRange(new StyleRange(from, to - from, look.getForeground(), look.getBackground(),
                        look.getStyle()));
            }
        }
    }

    private TextSnapshot current() {
        TextSnapshot text = LangUi.get().editorDocuments().text(document);
        // Listeners of a document are called in no order that one may rely on.
        return text.text().length() == document.getLength() && text.text().equals(document.get()) ? text
                : new TextSnapshot(text.uri(), text.version(), document.get());
    }
}
