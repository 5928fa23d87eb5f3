package dev.trapwalk.debug.ui.listing;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.editors.text.StorageDocumentProvider;

/** Documents of listings, with annotations for the breakpoints at their points. */
final class ListingDocumentProvider extends StorageDocumentProvider {

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) throws CoreException {
        return element instanceof KernelListingInput input ? new PointAnnotations(input.listing()::line)
                : super.createAnnotationModel(element);
    }
}
