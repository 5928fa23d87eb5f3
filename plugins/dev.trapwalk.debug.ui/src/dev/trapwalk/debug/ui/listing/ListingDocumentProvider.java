package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.editors.text.StorageDocumentProvider;

/**
 * The document of a listing editor, with annotations for the breakpoints at its points. Listings that are shown one
 * after the other come into one document, so that whatever draws it stays as it is.
 */
final class ListingDocumentProvider extends StorageDocumentProvider {

    private KernelListing listing;
    private IDocument document;
    private PointAnnotations points;

    @Override
    protected IDocument createDocument(Object element) throws CoreException {
        if (!(element instanceof KernelListingInput input)) {
            return super.createDocument(element);
        }
        listing = input.listing();
        if (document == null) {
            document = super.createDocument(element);
        } else {
            setDocumentContent(document, input, getEncoding(element));
        }
        return document;
    }

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) throws CoreException {
        if (!(element instanceof KernelListingInput)) {
            return super.createAnnotationModel(element);
        }
        if (points == null) {
            points = new PointAnnotations(point -> listing.line(point));
        } else {
            points.draw();
        }
        return points;
    }
}
