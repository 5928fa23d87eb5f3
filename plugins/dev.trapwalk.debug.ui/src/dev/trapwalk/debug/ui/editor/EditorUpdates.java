package dev.trapwalk.debug.ui.editor;

import dev.trapwalk.debug.ui.listing.KernelListingEditor;
import dev.trapwalk.debug.ui.past.Past;
import dev.trapwalk.debug.ui.past.Pasts;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Brings all open editors up to date when a machine has stopped elsewhere or what is shown was switched. Any number of
 * reasons between two redraws give one redraw.
 */
public final class EditorUpdates {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final AtomicBoolean WAITING = new AtomicBoolean();

    /** Viewers that may show something; user interface thread only. */
    private static final Set<ITextViewer> SHOWING = Collections.newSetFromMap(new WeakHashMap<>());

    private EditorUpdates() {
    }

    /** Begins; further calls change nothing. */
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            Pasts.get().addListener(EditorUpdates::soon);
            Shown.preferences().addPreferenceChangeListener(changed -> soon());
        }
    }

    private static void soon() {
        Display display = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed() && WAITING.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                WAITING.set(false);
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    Editors.open().forEach(EditorUpdates::update);
                }
            });
        }
    }

    private static void update(ITextEditor editor) {
        if (editor instanceof KernelListingEditor listing) {
            listing.showCoverage();
            return;
        }
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        if (viewer == null || viewer.getDocument() == null) {
            return;
        }
        Optional<Past> past = Editors.file(viewer.getDocument()).flatMap(Pasts.get()::of);
        ExpectationMarks.show(editor, past);
        boolean shown = past.isPresent() ? SHOWING.add(viewer) | true : SHOWING.remove(viewer);
        if (shown && viewer instanceof ISourceViewerExtension5 mined) {
            mined.updateCodeMinings();
        }
    }
}
