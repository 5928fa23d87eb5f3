package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.core.source.KernelListingStorage;
import dev.trapwalk.debug.ui.DebugUi;
import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.listing.KernelListingInput;
import dev.trapwalk.debug.ui.past.Coverages;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.lang.ui.answer.AnswerPage;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IBaseLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.ISearchResultListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * The answer in the Search view; listings are coloured by the one that is shown. A double click opens the listing at
 * the decision.
 */
public final class CoveragePage extends AnswerPage {

    private final ISearchResultListener whenDone =
            event -> PlatformUI.getWorkbench().getDisplay().asyncExec(this::redraw);
    private CoverageResult result;

    @Override
    public void setInput(ISearchResult search, Object state) {
        if (result != null) {
            result.removeListener(whenDone);
        }
        if (result != null && search == null) {
            Coverages.forget(result.getQuery().covered());
        }
        result = (CoverageResult) search;
        if (result != null) {
            result.addListener(whenDone);
            if (!result.getQuery().outcomes().isEmpty()) {
                Coverages.show(result.getQuery().covered());
            }
        }
        redraw();
    }

    private void redraw() {
        show(result == null ? List.of() : Row.of(result.getQuery()));
    }

    @Override
    protected List<?> below(Object row) {
        return ((Row) row).rows();
    }

    @Override
    protected void open(Object element) {
        Row row = (Row) element;
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
    protected IBaseLabelProvider labels() {
        return new DelegatingStyledCellLabelProvider(new Labels());
    }

    @Override
    public void dispose() {
        if (result != null) {
            result.removeListener(whenDone);
        }
        super.dispose();
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
