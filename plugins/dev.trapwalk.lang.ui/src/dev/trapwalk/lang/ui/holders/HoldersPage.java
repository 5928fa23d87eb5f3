package dev.trapwalk.lang.ui.holders;

import dev.trapwalk.lang.ide.services.HolderGroup;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.ObjectIcons;
import java.util.List;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.ISearchResultPage;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.texteditor.ITextEditor;

/** The tree in the Search view: threads, and under each what it holds. A double click opens the mapping. */
public final class HoldersPage extends Page implements ISearchResultPage {
    private String id;
    private TreeViewer viewer;
    private HoldersQuery query;

    @Override
    public void createControl(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE);
        viewer.setContentProvider(new Groups());
        viewer.setLabelProvider(new Labels());
        viewer.addOpenListener(event -> open(((IStructuredSelection) event.getSelection()).getFirstElement()));
        getSite().setSelectionProvider(viewer);
    }

    @Override
    public void setInput(ISearchResult search, Object state) {
        query = search == null ? null : (HoldersQuery) search.getQuery();
        viewer.setInput(query == null ? List.of() : query.groups());
        viewer.expandAll();
    }

    private void open(Object element) {
        if (!(element instanceof HolderGroup.Entry entry) || entry.location() == null || query.file() == null) {
            return;
        }
        try {
            if (IDE.openEditor(getSite().getPage(), query.file()) instanceof ITextEditor editor) {
                Range range = entry.location().getRange();
                int start = query.text().offset(range.getStart());
                editor.selectAndReveal(start, query.text().offset(range.getEnd()) - start);
            }
        } catch (PartInitException e) {
            LangUi.log(e);
        }
    }

    @Override
    public String getLabel() {
        return query == null ? "" : query.getLabel();
    }

    @Override
    public Control getControl() {
        return viewer.getControl();
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public Object getUIState() {
        return null;
    }

    @Override
    public void setViewPart(ISearchResultViewPart part) {
        // The page needs nothing of the view around it.
    }

    @Override
    public void saveState(IMemento memento) {
        // Answers are not kept over a restart.
    }

    @Override
    public void restoreState(IMemento memento) {
        // See saveState.
    }

    @Override
    public void setID(String newId) {
        id = newId;
    }

    @Override
    public String getID() {
        return id;
    }

    /** Threads and their capabilities. */
    private static final class Groups implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return element instanceof HolderGroup group ? group.entries().toArray() : new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return element instanceof HolderGroup;
        }
    }

    /** A thread's name; all of a capability in one line. */
    private static final class Labels extends LabelProvider {

        @Override
        public Image getImage(Object element) {
            return element instanceof HolderGroup ? ObjectIcons.of(ObjectType.TCB)
                    : ObjectIcons.of(SymbolKind.Property, null);
        }

        @Override
        public String getText(Object element) {
            return element instanceof HolderGroup group ? group.thread() : ((HolderGroup.Entry) element).label();
        }
    }
}
