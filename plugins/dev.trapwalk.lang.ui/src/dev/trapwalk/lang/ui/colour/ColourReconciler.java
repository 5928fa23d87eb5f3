package dev.trapwalk.lang.ui.colour;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;

/**
 * Colours tokens by their role, and again when the user changes a colour or the theme. Of a long text only what can be
 * seen has colours, see {@link Painted}.
 */
public final class ColourReconciler extends PresentationReconciler implements IPropertyChangeListener {
    private final RoleColours colours = new RoleColours();
    private final AtomicBoolean waiting = new AtomicBoolean();
    /** Whoever scrolls, unfolds or goes to a line has it painted; nothing else tells of all of these. */
    private final Listener whenPainted = event -> paintSoon();
    private ITextViewer viewer;
    private Painted painted;

    public ColourReconciler() {
        RolePresenter presenter = new RolePresenter(colours);
        setDamager(presenter, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(presenter, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        painted = new Painted(textViewer);
        super.install(textViewer);
        viewer.getTextWidget().addListener(SWT.Paint, whenPainted);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(this);
    }

    @Override
    public void uninstall() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(this);
        if (viewer.getTextWidget() != null) {
            viewer.getTextWidget().removeListener(SWT.Paint, whenPainted);
        }
        painted.forget();
        super.uninstall();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        if (colours.isAffectedBy(event.getProperty()) && viewer.getTextWidget() != null) {
            colours.reset();
            viewer.invalidateTextPresentation();
        }
    }

    @Override
    protected TextPresentation createPresentation(IRegion damage, IDocument document) {
        return super.createPresentation(painted.clip(damage, document), document);
    }

    /** What is painted without colours gets them at once; what will come into sight next, before it does. */
    private void paintSoon() {
        if (missing() != null && waiting.compareAndSet(false, true)) {
            viewer.getTextWidget().getDisplay().asyncExec(() -> {
                waiting.set(false);
                IRegion missing = viewer.getTextWidget() == null ? null : missing();
                if (missing != null && viewer instanceof ITextViewerExtension2 partly) {
                    partly.invalidateTextPresentation(missing.getOffset(), missing.getLength());
                }
            });
        }
    }

    private IRegion missing() {
        return viewer.getDocument() == null ? null : painted.missing(viewer.getDocument());
    }
}
