package dev.trapwalk.lang.ui.outline;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The outline of one editor; follows the analysis of its text. */
public final class LayoutOutline extends ContentOutlinePage implements Consumer<AnalysedDocument> {
    /** A tree of more symbols opens folded: whoever has ten thousand objects looks for one by typing. */
    private static final int MOST_EXPANDED = 400;

    private final ITextEditor editor;
    private TextSnapshot shown;

    LayoutOutline(ITextEditor editor) {
        this.editor = editor;
    }

    @Override
    protected int getTreeStyle() {
        return super.getTreeStyle() | SWT.SINGLE;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new OutlineContent());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        LangUi.get().documents().listen(this);
        IDocument document = document();
        var connection = document == null ? null : LangUi.get().editorDocuments().of(document);
        if (connection != null) {
            LangUi.get().documents().latest(connection.text().uri()).thenAccept(this::accept);
        }
    }

    private IDocument document() {
        return editor.getDocumentProvider() == null ? null
                : editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    @Override
    public void accept(AnalysedDocument analysed) {
        if (analysed == null) {
            return;
        }
        List<OutlineNode> roots = OutlineNode.of(null, LangUi.get().services().outline().outline(analysed));
        // Not the editor's: it may be closed by now.
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show(analysed.text(), roots));
    }

    private void show(TextSnapshot text, List<OutlineNode> roots) {
        TreeViewer viewer = getTreeViewer();
        IDocument document = viewer == null || viewer.getControl().isDisposed() ? null : document();
        var connection = document == null ? null : LangUi.get().editorDocuments().of(document);
        if (connection == null || !connection.text().uri().equals(text.uri())) {
            return;
        }
        if (shown == connection.text() && text != shown) {
            // The newest text was quicker.
            return;
        }
        boolean first = shown == null;
        shown = text;
        Object[] expanded = viewer.getExpandedElements();
        viewer.getControl().setRedraw(false);
        try {
            viewer.setInput(roots);
            if (first) {
                int symbols = roots.stream().mapToInt(root -> 1 + root.children().size()).sum();
                viewer.expandToLevel(symbols <= MOST_EXPANDED ? 2 : 1);
            } else {
                viewer.setExpandedElements(expanded);
            }
        } finally {
            viewer.getControl().setRedraw(true);
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        Object selected = ((IStructuredSelection) event.getSelection()).getFirstElement();
        if (selected instanceof OutlineNode node && getTreeViewer().getControl().isFocusControl()) {
            DocumentSymbol symbol = node.symbol();
            Range range = symbol.getSelectionRange();
            int start = shown.offset(range.getStart());
            editor.selectAndReveal(start, shown.offset(range.getEnd()) - start);
        }
    }

    @Override
    public void dispose() {
        if (LangUi.get() != null) {
            LangUi.get().documents().unlisten(this);
        }
        super.dispose();
    }
}
