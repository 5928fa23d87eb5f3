package dev.trapwalk.debug.ui.source;

import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.listing.KernelListingInput;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IReusableEditor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Opens editors for sources without giving them the focus. One editor a page is reused for whatever is not open
 * already, as the preference Run/Debug &gt; Reuse editor when displaying source code says.
 */
final class SourceEditors {

    private static final int MATCH = IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT;

    private final Map<IWorkbenchPage, IEditorPart> reused = new WeakHashMap<>();

    /** The editor that shows an input now; empty if the page is closed or the editor could not be opened. */
    Optional<IEditorPart> open(IWorkbenchPage page, IEditorInput input, String id) {
        if (input == null || id == null || page.getWorkbenchWindow() == null || page.getWorkbenchWindow().isClosing()
                || page.getWorkbenchWindow().getWorkbench().isClosing()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(DebugUITools.getPreferenceStore().getBoolean(IDebugUIConstants.PREF_REUSE_EDITOR)
                    ? reuse(page, input, id) : page.openEditor(input, id, false, MATCH));
        } catch (PartInitException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.LOG);
            return Optional.empty();
        }
    }

    private IEditorPart reuse(IWorkbenchPage page, IEditorInput input, String id) throws PartInitException {
        Optional<IEditorPart> open = Stream.of(page.findEditors(input, id, MATCH))
                .map(reference -> reference.getEditor(true)).filter(editor -> editor != null).findFirst();
        if (open.isPresent()) {
            bringToTop(page, open.get());
            return open.get();
        }
        IEditorPart last = reused.get(page);
        if (last == null || !isOpen(page, last) || last.isDirty() || page.isEditorPinned(last)) {
            last = null;
        } else if (last instanceof KernelListingEditor editor && input instanceof KernelListingInput listing) {
            show(page, editor, listing);
            bringToTop(page, last);
            return last;
        } else if (last instanceof IReusableEditor editor && last.getSite().getId().equals(id)) {
            page.reuseEditor(editor, input);
            bringToTop(page, last);
            return last;
        }
        IEditorPart opened = page.openEditor(input, id, false, MATCH);
        if (last != null && last != opened) {
            page.closeEditor(last, false);
        }
        reused.put(page, opened);
        return opened;
    }

    private static void show(IWorkbenchPage page, KernelListingEditor editor, KernelListingInput listing)
            throws PartInitException {
        try {
            editor.show(listing);
            page.getNavigationHistory().markLocation(editor);
        } catch (CoreException failed) {
            throw new PartInitException(failed.getStatus());
        }
    }

    private static boolean isOpen(IWorkbenchPage page, IEditorPart editor) {
        return Stream.of(page.getEditorReferences()).map((IEditorReference reference) -> reference.getEditor(false))
                .anyMatch(open -> open == editor);
    }

    private static void bringToTop(IWorkbenchPage page, IEditorPart editor) {
        if (!page.isPartVisible(editor)) {
            page.bringToTop(editor);
        }
    }
}
