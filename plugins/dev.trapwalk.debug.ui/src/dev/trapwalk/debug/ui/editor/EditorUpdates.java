package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.debug.ui.past.Pasts;
import dev.trapwalk.debug.ui.view.Together;
import dev.trapwalk.lang.ui.part.EveryWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Brings all open editors up to date when a machine has stopped elsewhere or what is shown was switched. Any number of
 * reasons between two redraws give one redraw.
 */
public final class EditorUpdates {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final AtomicBoolean WAITING = new AtomicBoolean();

    /** What viewers show; user interface thread only. */
    private static final Map<ITextViewer, List<Beside>> SHOWN = new WeakHashMap<>();

    /** The editors that have been drawn: to find them takes longer than most updates. Null if there may be others. */
    private static List<ITextEditor> open;

    private static final IPartListener2 PARTS = new IPartListener2() {
        @Override
        public void partOpened(IWorkbenchPartReference opened) {
            open = null;
        }

        @Override
        public void partClosed(IWorkbenchPartReference closed) {
            open = null;
        }

        @Override
        public void partVisible(IWorkbenchPartReference shown) {
            open = null;
            soon();
        }
    };

    private EditorUpdates() {
    }

    /** Begins; further calls change nothing. */
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            Pasts.get().addListener(EditorUpdates::soon);
            Shown.preferences().addPreferenceChangeListener(changed -> soon());
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> EveryWindow.listen(PARTS));
        }
    }

    private static void soon() {
        Display display = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed() && WAITING.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                WAITING.set(false);
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    if (open == null) {
                        open = Editors.open();
                    }
                    List.copyOf(open).forEach(EditorUpdates::update);
                }
            });
        }
    }

    /**
     * An editor behind others is brought up to date when it comes to the front; that of a scenario already when its
     * machine is back in user mode, so that it need not be painted a second time as soon as it is shown.
     */
    private static void update(ITextEditor editor) {
        boolean seen = editor.getSite().getPage().isPartVisible(editor);
        if (editor instanceof KernelListingEditor listing) {
            if (seen) {
                Together.soon(editor.getSite().getShell().getDisplay(), listing::showCoverage);
            }
            return;
        }
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        if (viewer == null || viewer.getDocument() == null) {
            return;
        }
        Optional<Past> past = Editors.file(viewer.getDocument()).flatMap(Pasts.get()::of);
        if (!seen && !past.map(now -> now.state().mark().isUserMode()).orElse(false)) {
            return;
        }
        List<Beside> besides = past.map(Besides::of).orElse(List.of()).stream().filter(InlineValues::isShown).toList();
        if (!besides.equals(SHOWN.getOrDefault(viewer, List.of()))) {
            SHOWN.put(viewer, besides);
            ExpectationMarks.show(editor, besides);
            if (viewer instanceof ISourceViewerExtension5 mined) {
                mined.updateCodeMinings();
            }
        }
    }
}
