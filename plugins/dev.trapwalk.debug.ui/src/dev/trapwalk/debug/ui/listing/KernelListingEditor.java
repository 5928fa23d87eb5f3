package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Optional;
import org.eclipse.ui.editors.text.TextEditor;

/** Shows a kernel listing, read only; breakpoints are set in its ruler, one line per kernel point. */
public final class KernelListingEditor extends TextEditor {

    private static final String RULER_MENU = "dev.trapwalk.debug.ui.listingRuler"; //$NON-NLS-1$

    /** Set up by the workbench. */
    public KernelListingEditor() {
        setDocumentProvider(new ListingDocumentProvider());
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setSourceViewerConfiguration(new ListingViewerConfiguration());
        setRulerContextMenuId(RULER_MENU);
    }

    /** The listing shown; empty while the editor has none. */
    public Optional<KernelListing> listing() {
        return getEditorInput() instanceof KernelListingInput input ? Optional.of(input.listing()) : Optional.empty();
    }

    /** The point on a line, 1-based. */
    public Optional<KernelPoint> point(int line) {
        return listing().flatMap(listing -> listing.point(line));
    }

    @Override
    protected boolean isLineNumberRulerVisible() {
        return false;
    }

    @Override
    public boolean isEditable() {
        return false;
    }

    @Override
    protected boolean isPrefQuickDiffAlwaysOn() {
        return false;
    }
}
