package dev.trapwalk.lang.ui.assist;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.ui.LangUi;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Position;

/** Hovers from the hover service. */
public final class HoverProvider implements ITextHover, ITextHoverExtension {
    private static final long PATIENCE = 2_000;

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        AnalysedDocument document = LangUi.get().editorDocuments().analysed(viewer.getDocument(), false, PATIENCE);
        if (document == null) {
            return null;
        }
        Position position = document.text().lines().position(region.getOffset());
        String findings = LangUi.get().services().hover().findings(document, position);
        Hover hover = LangUi.get().services().hover().hover(document, position);
        String facts = hover == null ? "" : hover.getContents().getRight().getValue();
        String text = findings + facts;
        return text.isEmpty() ? null : text;
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        Tokens tokens = LangUi.get().editorDocuments().text(viewer.getDocument()).tokens();
        int token = tokens.at(offset);
        return token < 0 ? new Region(offset, 0)
                : new Region(tokens.start(token), tokens.end(token) - tokens.start(token));
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return MarkdownControl::new;
    }
}
