package dev.trapwalk.debug.ui.source;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.sourcelookup.ISourceDisplay;

/** Gives frames of our model our own display of their source. */
public final class FrameDisplayFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object frame, Class<T> type) {
        return type == ISourceDisplay.class ? type.cast(FrameDisplay.get()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ISourceDisplay.class};
    }
}
