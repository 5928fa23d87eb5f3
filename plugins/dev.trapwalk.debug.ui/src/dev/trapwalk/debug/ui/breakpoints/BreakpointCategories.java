package dev.trapwalk.debug.ui.breakpoints;

import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.ui.presentation.BreakpointImages;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.BreakpointTypeCategory;
import org.eclipse.debug.ui.IBreakpointTypeCategory;

/** Under which heading the Breakpoints view shows a breakpoint when it groups by type: that of its kind. */
public final class BreakpointCategories implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object breakpoint, Class<T> type) {
        if (breakpoint instanceof KernelBreakpoint kernel && type == IBreakpointTypeCategory.class) {
            BreakpointKind kind = kernel.kind();
            return type.cast(new BreakpointTypeCategory(KindText.name(kind), BreakpointImages.descriptor(kind)));
        }
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IBreakpointTypeCategory.class};
    }
}
