package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.debug.ui.breakpoints.PointActions;
import dev.trapwalk.debug.ui.editor.EditorUpdates;
import dev.trapwalk.debug.ui.editor.Shown;
import dev.trapwalk.debug.ui.past.Coverages;
import dev.trapwalk.debug.ui.past.Coverages.Covered;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.IVerticalRulerColumn;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;

/** Shows a kernel listing, read only; breakpoints are set in its ruler, one line per kernel point. */
public final class KernelListingEditor extends TextEditor {

    private static final String RULER_MENU = "dev.trapwalk.debug.ui.listingRuler"; //$NON-NLS-1$

    private final ListingDocumentProvider listings = new ListingDocumentProvider();
    private CoverageColumn coverage;
    /** What is shown instead of what the editor was opened for; null if it is that. */
    private KernelListingInput shown;

    /** Set up by the workbench. */
    public KernelListingEditor() {
        setDocumentProvider(listings);
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setSourceViewerConfiguration(new ListingViewerConfiguration(new ListingHover(this::listing)));
        setRulerContextMenuId(RULER_MENU);
    }

    /** The listing shown; empty while the editor has none. */
    public Optional<KernelListing> listing() {
        return getEditorInput() instanceof KernelListingInput input ? Optional.of(input.listing()) : Optional.empty();
    }

    @Override
    protected void editorContextMenuAboutToShow(IMenuManager menu) {
        addPointActions(menu, getSelectionProvider().getSelection() instanceof ITextSelection text
                ? text.getStartLine() + 1 : 0);
        super.editorContextMenuAboutToShow(menu);
    }

    @Override
    protected void rulerContextMenuAboutToShow(IMenuManager menu) {
        addPointActions(menu, getVerticalRuler().getLineOfLastMouseButtonActivity() + 1);
        super.rulerContextMenuAboutToShow(menu);
    }

    private void addPointActions(IMenuManager menu, int line) {
        point(line).ifPresent(point -> PointActions.of(point).forEach(menu::add));
    }

    /** The point on a line, 1-based. */
    public Optional<KernelPoint> point(int line) {
        return listing().flatMap(listing -> listing.point(line));
    }

    /** How often each point was passed stands where other editors have line numbers. */
    @Override
    protected boolean isLineNumberRulerVisible() {
        return true;
    }

    @Override
    protected IVerticalRulerColumn createLineNumberRulerColumn() {
        EditorUpdates.start();
        coverage = new CoverageColumn(this::listing, KernelListingEditor::covered);
        fLineNumberRulerColumn = coverage;
        initializeLineNumberRulerColumn(coverage);
        return coverage;
    }

    /** The line that counts is the one where the machine stands, and that is marked already. */
    @Override
    protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
        super.configureSourceViewerDecorationSupport(support);
        support.setCursorLinePainterPreferenceKeys(null, null);
    }

    /** A listing is hardly longer than its editor is high: a second ruler would say the same again. */
    @Override
    protected boolean isOverviewRulerVisible() {
        return false;
    }

    private static Optional<Covered> covered() {
        return Shown.COVERAGE.isOn() ? Coverages.now() : Optional.empty();
    }

    /** Draws anew how often points were passed. */
    public void showCoverage() {
        if (coverage != null && coverage.getControl() != null && !coverage.getControl().isDisposed()) {
            coverage.update();
        }
    }

    /** What is said about the coverage of a line, 1-based. */
    public String coverage(int line) {
        return coverage == null ? "" : coverage.text(line - 1); //$NON-NLS-1$
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        hangTexts(getSourceViewer().getTextWidget());
    }

    /** Texts of points are longer than half a screen. */
    @Override
    protected boolean getInitialWordWrapStatus() {
        return true;
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        if (shown != null) {
            listings.disconnect(shown);
            shown = null;
        }
        super.doSetInput(input);
        if (getSourceViewer() != null) {
            hangTexts(getSourceViewer().getTextWidget());
            showCoverage();
        }
    }

    /**
     * Shows another listing in the same document, as with every function stepped into: only the text changes. For
     * another input the platform's editors take down their viewer's rulers, painters and hovers and set them up again,
     * which takes longer than a step may.
     */
    public void show(KernelListingInput input) throws CoreException {
        if (!input.equals(getEditorInput())) {
            listings.disconnect(getEditorInput());
            shown = input;
            listings.connect(input);
            setPartName(input.getName());
            hangTexts(getSourceViewer().getTextWidget());
            showCoverage();
            firePropertyChange(PROP_INPUT);
        }
    }

    @Override
    public IEditorInput getEditorInput() {
        return shown == null ? super.getEditorInput() : shown;
    }

    @Override
    public String getTitleToolTip() {
        return getEditorInput() == null ? super.getTitleToolTip() : getEditorInput().getToolTipText();
    }

    /** The rest of a text that is too long for its line begins below the name of its point. */
    private void hangTexts(StyledText text) {
        GC gc = new GC(text);
        gc.setFont(text.getFont());
        int column = gc.textExtent("0").x; //$NON-NLS-1$
        gc.dispose();
        listing().ifPresent(points -> {
            // Points stand one below the other: each call makes the widget measure all lines above again.
            int line = 0;
            while (line < text.getLineCount()) {
                int end = line;
                while (end < text.getLineCount() && points.point(end + 1).isPresent()) {
                    end++;
                }
                if (end > line) {
                    text.setLineWrapIndent(line, end - line, KernelListing.NAME_COLUMN * column);
                }
                line = end + 1;
            }
        });
    }

    @Override
    public boolean isEditable() {
        return false;
    }

    @Override
    protected boolean isPrefQuickDiffAlwaysOn() {
        return false;
    }
}
