package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.core.source.KernelListingStorage;
import dev.trapwalk.debug.ui.Icon;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** The listing of one kernel function as an editor's input. */
public final class KernelListingInput extends PlatformObject implements IStorageEditorInput {

    private final KernelListingStorage storage;

    /** The input that shows a storage. */
    public KernelListingInput(KernelListingStorage storage) {
        this.storage = storage;
    }

    /** The listing. */
    public KernelListing listing() {
        return storage.listing();
    }

    @Override
    public KernelListingStorage getStorage() {
        return storage;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icon.LISTING.descriptor();
    }

    @Override
    public String getName() {
        return listing().function().name();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Messages.bind(Messages.listingOf, getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KernelListingInput that && storage.equals(that.storage);
    }

    @Override
    public int hashCode() {
        return storage.hashCode();
    }
}
