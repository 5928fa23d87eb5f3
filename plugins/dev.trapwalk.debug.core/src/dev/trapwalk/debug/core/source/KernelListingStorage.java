package dev.trapwalk.debug.core.source;

import dev.trapwalk.engine.point.KernelFunction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;

/**
 * A kernel listing as the source element of a kernel frame. Equal for the same function, so that one editor shows it.
 */
public final class KernelListingStorage extends PlatformObject implements IEncodedStorage {

    /** Ending of the name; the listing editor is registered for it. */
    public static final String EXTENSION = "sel4-listing";

    private final KernelListing listing;

    /** The listing of a function. */
    public KernelListingStorage(KernelFunction function) {
        this.listing = KernelListings.of(function);
    }

    /** The listing. */
    public KernelListing listing() {
        return listing;
    }

    @Override
    public InputStream getContents() {
        return new ByteArrayInputStream(listing.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getCharset() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public IPath getFullPath() {
        return null;
    }

    @Override
    public String getName() {
        return listing.function().name() + "." + EXTENSION;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KernelListingStorage that && listing.function() == that.listing.function();
    }

    @Override
    public int hashCode() {
        return listing.function().hashCode();
    }
}
