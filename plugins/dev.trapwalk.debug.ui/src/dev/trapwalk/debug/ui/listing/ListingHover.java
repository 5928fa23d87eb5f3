package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.ui.editor.HoverText;
import dev.trapwalk.debug.ui.editor.Word;
import dev.trapwalk.debug.ui.past.Coverages;
import dev.trapwalk.debug.ui.past.Pasts;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;

/** What names in a listing are worth where the machine stands, and how its points went. */
final class ListingHover implements ITextHover {

    private final Supplier<Optional<KernelListing>> listing;

    ListingHover(Supplier<Optional<KernelListing>> listing) {
        this.listing = listing;
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        return listing.get().flatMap(shown -> Pasts.get().latest()
                .flatMap(past -> HoverText.inListing(past, shown.function(), Word.text(document, region)))
                .or(() -> point(document, region, shown))).orElse(null);
    }

    private static Optional<String> point(IDocument document, IRegion region, KernelListing listing) {
        try {
            return listing.point(document.getLineOfOffset(region.getOffset()) + 1)
                    .flatMap(point -> Coverages.now().map(covered -> HoverText.ofPoint(covered, point)));
        } catch (BadLocationException gone) {
            return Optional.empty();
        }
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Word.at(viewer.getDocument(), offset);
    }
}
