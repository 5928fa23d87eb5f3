package dev.trapwalk.lang.ui.answer;

import java.util.List;
import org.eclipse.jface.viewers.IBaseLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.ISearchResultPage;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.part.Page;

/** A tree of rows in the Search view; the viewer's input is the list of its roots. A double click leads to what a row is about. */
public abstract class AnswerPage extends Page implements ISearchResultPage {
    private String id;
    private TreeViewer viewer;
    private ISearchResultViewPart part;

    /** How rows look. */
    protected abstract IBaseLabelProvider labels();

    /** The rows below one. */
    protected abstract List<?> below(Object row);

    /** Leads to what a row is about. */
    protected abstract void open(Object row);

    /** Shows these rows, and what the page is called now. */
    protected final void show(List<?> roots) {
        if (!viewer.getControl().isDisposed()) {
            viewer.setInput(roots);
            if (part != null) {
                part.updateLabel();
            }
        }
    }

    /** The tree. */
    protected final TreeViewer viewer() {
        return viewer;
    }

    @Override
    public final void createControl(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE);
        viewer.setContentProvider(new Rows());
        viewer.setLabelProvider(labels());
        viewer.addOpenListener(event -> open(((IStructuredSelection) event.getSelection()).getFirstElement()));
        getSite().setSelectionProvider(viewer);
    }

    @Override
    public final Control getControl() {
        return viewer.getControl();
    }

    @Override
    public final void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public final Object getUIState() {
        return null;
    }

    @Override
    public final void setViewPart(ISearchResultViewPart view) {
        part = view;
    }

    @Override
    public final void saveState(IMemento memento) {
        // Answers are not kept over a restart.
    }

    @Override
    public final void restoreState(IMemento memento) {
        // See saveState.
    }

    @Override
    public final void setID(String newId) {
        id = newId;
    }

    @Override
    public final String getID() {
        return id;
    }

    /** What stands below what. */
    private final class Rows implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object row) {
            return below(row).toArray();
        }

        @Override
        public Object getParent(Object row) {
            return null;
        }

        @Override
        public boolean hasChildren(Object row) {
            return !below(row).isEmpty();
        }
    }
}
