package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.core.source.KernelListingStorage;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.listing.KernelListingInput;
import dev.trapwalk.debug.ui.past.Coverages;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.ISearchResultListener;
import org.eclipse.search.ui.ISearchResultPage;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * The answer in the Search view; listings are coloured by the one that is shown. A double click opens the listing at
 * the decision.
 */
public final class CoveragePage extends Page implements ISearchResultPage {

    private final ISearchResultListener whenDone =
            event -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::redraw);
    private String id;
    private TreeViewer viewer;
    private CoverageResult result;
    private ISearchResultViewPart part;

    @Override
    public void createControl(Composite parent) {
        viewer = new TreeViewer(parent, SWT.MULTI);
        viewer.setContentProvider(new Rows());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        viewer.addOpenListener(event -> open((Row) ((IStructuredSelection) event.getSelection()).getFirstElement()));
        getSite().setSelectionProvider(viewer);
    }

    @Override
    public void setInput(ISearchResult search, Object state) {
        if (result != null) {
            result.removeListener(whenDone);
        }
        if (result != null && search == null) {
            Coverages.forget(result.query().covered());
        }
        result = (CoverageResult) search;
        if (result != null) {
            result.addListener(whenDone);
            if (!result.query().outcomes().isEmpty()) {
                Coverages.show(result.query().covered());
            }
        }
        redraw();
    }

    private void redraw() {
        if (!viewer.getControl().isDisposed()) {
            viewer.setInput(result == null ? List.of() : Row.of(result.query()));
            if (part != null) {
                part.updateLabel();
            }
        }
    }

    private void open(Row row) {
        try {
            if (row.opens() instanceof IFile file) {
                IDE.openEditor(getSite().getPage(), file);
            } else if (row.opens() instanceof KernelPoint point && getSite().getPage().openEditor(
                    new KernelListingInput(new KernelListingStorage(point.function())),
                    DebugUi.LISTING_EDITOR) instanceof KernelListingEditor editor) {
                int line = editor.listing().orElseThrow().line(point).orElse(1);
                IRegion region = editor.getDocumentProvider().getDocument(editor.getEditorInput())
                        .getLineInformation(line - 1);
                editor.selectAndReveal(region.getOffset(), region.getLength());
            }
        } catch (PartInitException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says more while the answer is being found, and all of it afterwards. */
    @Override
    public String getLabel() {
        return result == null ? Messages.title : result.getLabel();
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
    public void setViewPart(ISearchResultViewPart view) {
        part = view;
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

    @Override
    public void dispose() {
        if (result != null) {
            result.removeListener(whenDone);
        }
        super.dispose();
    }

    /** What stands below what. */
    private static final class Rows implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return ((Row) element).rows().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Row) element).rows().isEmpty();
        }
    }

    /** What a row is about, and fainter what became of it. */
    private static final class Labels extends LabelProvider
            implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

        @Override
        public StyledString getStyledText(Object element) {
            Row row = (Row) element;
            return new StyledString(row.text()).append(row.line().substring(row.text().length()),
                    StyledString.DECORATIONS_STYLER);
        }

        @Override
        public Image getImage(Object element) {
            return ((Row) element).icon().image();
        }

        @Override
        public String getText(Object element) {
            return ((Row) element).line();
        }
    }
}
