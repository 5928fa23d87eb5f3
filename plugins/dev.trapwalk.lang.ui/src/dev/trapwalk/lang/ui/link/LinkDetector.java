package dev.trapwalk.lang.ui.link;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;

/** Links from the definition and the document link service. */
public final class LinkDetector extends AbstractHyperlinkDetector {
    private static final long PATIENCE = 1_500;

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean severalAllowed) {
        AnalysedDocument document = LangUi.get().editorDocuments().analysed(viewer.getDocument(), false, PATIENCE);
        if (document == null) {
            return null;
        }
        List<IHyperlink> links = new ArrayList<>();
        TextSnapshot text = document.text();
        for (LocationLink found : LangUi.get().services().definition()
                .definition(document, text.lines().position(region.getOffset()))) {
            IRegion origin = region(text, found.getOriginSelectionRange());
            links.add(new PlaceLink(origin, text.text().substring(origin.getOffset(),
                    origin.getOffset() + origin.getLength()), viewer, region(text, found.getTargetSelectionRange())));
        }
        for (DocumentLink found : LangUi.get().services().documentLinks().links(document)) {
            IRegion origin = region(text, found.getRange());
            if (origin.getOffset() <= region.getOffset()
                    && region.getOffset() <= origin.getOffset() + origin.getLength()) {
                links.add(new FileLink(origin, found.getTooltip(), found.getTarget()));
            }
        }
        return links.isEmpty() ? null : links.toArray(IHyperlink[]::new);
    }

    private static IRegion region(TextSnapshot text, Range range) {
        int start = text.offset(range.getStart());
        return new Region(start, text.offset(range.getEnd()) - start);
    }
}
