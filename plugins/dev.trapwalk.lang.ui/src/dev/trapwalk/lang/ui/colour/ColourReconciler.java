package dev.trapwalk.lang.ui.colour;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.ui.PlatformUI;

/** Colours tokens by their role, and again when the user changes a colour or the theme. */
public final class ColourReconciler extends PresentationReconciler implements IPropertyChangeListener {
    private final RoleColours colours = new RoleColours();
    private ITextViewer viewer;

    public ColourReconciler() {
        RolePresenter presenter = new RolePresenter(colours);
        setDamager(presenter, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(presenter, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        super.install(textViewer);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(this);
    }

    @Override
    public void uninstall() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(this);
        super.uninstall();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        if (colours.isAffectedBy(event.getProperty()) && viewer.getTextWidget() != null) {
            colours.reset();
            viewer.invalidateTextPresentation();
        }
    }
}
