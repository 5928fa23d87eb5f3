package dev.trapwalk.lang.ui.follow;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.document.Connection;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Tells a view which layout to show: that of the editor that was last active, again after each of its analyses, and where
 * its cursor is. All on the UI thread, and nothing while nobody sees the view.
 */
public final class LayoutFollower implements IPartListener2, Consumer<AnalysedDocument>, ISelectionChangedListener {

    /** A view that shows layouts. */
    public interface Client {

        /** A layout to show, or null when there is none. */
        void show(AnalysedDocument layout);

        /** Where the editor's cursor is, an offset of the layout that was last shown. */
        void cursor(int offset);
    }

    private final IViewPart view;
    private final IWorkbenchPage page;
    private final Client client;
    private ITextEditor editor;
    private boolean visible;

    public LayoutFollower(IViewPart view, Client client) {
        this.view = view;
        this.page = view.getSite().getPage();
        this.client = client;
    }

    /** Begins. */
    public void start() {
        visible = true;
        page.addPartListener(this);
        LangUi.get().documents().listen(this);
        follow(page.getActiveEditor() instanceof ITextEditor active ? active : null);
    }

    /** Ends for good. */
    public void stop() {
        visible = false;
        page.removePartListener(this);
        if (LangUi.get() != null) {
            LangUi.get().documents().unlisten(this);
        }
        attach(null);
    }

    /** Selects in the editor what stands for an element of the layout that is shown; the view keeps the focus. */
    public void select(AnalysedDocument layout, EObject element) {
        INode node = editor == null || element == null ? null : layout.tree().node(element);
        if (node != null) {
            page.bringToTop(editor);
            editor.selectAndReveal(layout.tree().offset(node), node.getLength());
        }
    }

    /** Gives the focus to the editor. */
    public void activateEditor() {
        if (editor != null) {
            page.activate(editor);
        }
    }

    private static Connection connection(ITextEditor candidate) {
        IDocument document = candidate == null || candidate.getDocumentProvider() == null ? null
                : candidate.getDocumentProvider().getDocument(candidate.getEditorInput());
        return document == null ? null : LangUi.get().editorDocuments().of(document);
    }

    private void follow(ITextEditor candidate) {
        if (candidate != null && connection(candidate) == null) {
            // Some other editor came to the front: the layout that is shown stays useful beside it.
            return;
        }
        attach(candidate);
        refresh();
    }

    private void attach(ITextEditor next) {
        if (editor != null && editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.removePostSelectionChangedListener(this);
        }
        editor = next;
        if (editor != null && editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.addPostSelectionChangedListener(this);
        }
    }

    private void refresh() {
        if (!visible) {
            return;
        }
        Connection connection = connection(editor);
        if (connection == null) {
            client.show(null);
        } else {
            // Later analyses come by themselves.
            LangUi.get().documents().analysed(connection.text().uri()).thenAccept(this::accept);
        }
    }

    @Override
    public void accept(AnalysedDocument layout) {
        if (layout != null) {
            view.getSite().getShell().getDisplay().asyncExec(() -> show(layout));
        }
    }

    private void show(AnalysedDocument layout) {
        Connection connection = visible && LangUi.get() != null ? connection(editor) : null;
        if (connection != null && connection.text() == layout.text()) {
            client.show(layout);
        }
    }

    /** Where the cursor is; -1 without an editor. */
    public int cursor() {
        return editor != null && editor.getSelectionProvider() != null
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection text ? text.getOffset() : -1;
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        if (visible && event.getSelection() instanceof ITextSelection text) {
            client.cursor(text.getOffset());
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof ITextEditor active && active != editor) {
            follow(active);
        }
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
        partActivated(reference);
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == editor && editor != null) {
            follow(null);
        }
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == view) {
            visible = false;
        }
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == view && !visible) {
            visible = true;
            refresh();
        }
    }
}
