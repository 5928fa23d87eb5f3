package dev.trapwalk.debug.ui.listing;

import dev.trapwalk.debug.core.source.KernelListing;
import dev.trapwalk.engine.point.KernelPoint;
import java.util.Locale;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.IWordDetector;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** Listings: kinds of points in bold, operands in italics; colours are left to the theme. */
final class ListingViewerConfiguration extends TextSourceViewerConfiguration {

    private final ITextHover hover;

    ListingViewerConfiguration(ITextHover hover) {
        super(EditorsUI.getPreferenceStore());
        this.hover = hover;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return hover;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        DefaultDamagerRepairer painter = new DefaultDamagerRepairer(scanner());
        reconciler.setDamager(painter, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(painter, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    private static ITokenScanner scanner() {
        WordRule kinds = new WordRule(new Word());
        for (KernelPoint.Kind kind : KernelPoint.Kind.values()) {
            kinds.addWord(kind.name().toLowerCase(Locale.ROOT), style(SWT.BOLD));
        }
        kinds.setColumnConstraint(KernelListing.KIND_COLUMN);
        RuleBasedScanner scanner = new RuleBasedScanner();
        scanner.setRules(new IRule[] {kinds,
            new SingleLineRule("  [", "]", style(SWT.ITALIC))}); //$NON-NLS-1$ //$NON-NLS-2$
        return scanner;
    }

    private static Token style(int style) {
        return new Token(new TextAttribute(null, null, style));
    }

    /** A word of lower-case letters. */
    private static final class Word implements IWordDetector {

        @Override
        public boolean isWordStart(char c) {
            return Character.isLowerCase(c);
        }

        @Override
        public boolean isWordPart(char c) {
            return Character.isLowerCase(c);
        }
    }
}
