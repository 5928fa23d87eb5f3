package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Collection;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** Kernel functions with their points. */
final class KernelPointContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return ((Collection<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof KernelFunction function ? function.points().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof KernelPoint point ? point.function() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof KernelFunction;
    }
}
