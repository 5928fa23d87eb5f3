package dev.trapwalk.lang.ui.link;

import dev.trapwalk.lang.ui.Messages;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** A link within the same text. Followed through the editor, so that "back" leads here again. */
record PlaceLink(IRegion origin, String name, ITextViewer viewer, IRegion target) implements IHyperlink {

    @Override
    public IRegion getHyperlinkRegion() {
        return origin;
    }

    @Override
    public String getTypeLabel() {
        return null;
    }

    @Override
    public String getHyperlinkText() {
        return NLS.bind(Messages.Link_Declaration, name);
    }

    @Override
    public void open() {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null ? null
                : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        IEditorPart active = page == null ? null : page.getActiveEditor();
        if (active instanceof ITextEditor editor && editor.getAdapter(ITextViewer.class) == viewer) {
            page.getNavigationHistory().markLocation(editor);
            editor.selectAndReveal(target.getOffset(), target.getLength());
        } else {
            viewer.setSelectedRange(target.getOffset(), target.getLength());
            viewer.revealRange(target.getOffset(), target.getLength());
        }
    }
}
