package dev.trapwalk.lang.ui.outline;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The tree of {@link OutlineNode}s; the input is the list of the roots. */
final class OutlineContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return input instanceof List<?> roots ? roots.toArray() : new Object[0];
    }

    @Override
    public Object[] getChildren(Object element) {
        return ((OutlineNode) element).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof OutlineNode node ? node.parent() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof OutlineNode node && node.hasChildren();
    }
}
