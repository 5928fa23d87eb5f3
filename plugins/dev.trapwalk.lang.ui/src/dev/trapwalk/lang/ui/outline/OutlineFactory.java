package dev.trapwalk.lang.ui.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives editors of layouts and scenarios an outline, and no other editor. */
public final class OutlineFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (type != IContentOutlinePage.class || !(adaptable instanceof ITextEditor editor)
                || editor.getEditorInput() == null) {
            return null;
        }
        String name = editor.getEditorInput().getName();
        boolean ours = name.endsWith(".cdl") || name.endsWith(".walk");
        return ours ? type.cast(new LayoutOutline(editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
