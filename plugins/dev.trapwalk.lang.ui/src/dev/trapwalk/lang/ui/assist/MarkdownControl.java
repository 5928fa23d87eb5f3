package dev.trapwalk.lang.ui.assist;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Shows the little Markdown that the services use (bold, code, tables) in a plain text widget, without a browser. */
final class MarkdownControl extends AbstractInformationControl {
    private static final int MARGIN = 6;
    private static final int WIDEST = 900;
    private static final int TALLEST = 500;

    private StyledText text;

    MarkdownControl(Shell parent) {
        super(parent, true);
        create();
    }

    @Override
    protected void createContent(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setForeground(parent.getForeground());
        text.setBackground(parent.getBackground());
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setAlwaysShowScrollBars(false);
    }

    @Override
    public void setInformation(String markdown) {
        Font code = JFaceResources.getFont(JFaceResources.TEXT_FONT);
        MarkdownText parsed = MarkdownText.of(markdown);
        text.setText(parsed.text());
        for (MarkdownText.Span span : parsed.spans()) {
            StyleRange style = new StyleRange(span.offset(), span.length(), null, null);
            if (span.bold()) {
                style.fontStyle = SWT.BOLD;
            } else {
                style.font = code;
            }
            text.setStyleRange(style);
        }
    }

    @Override
    public boolean hasContents() {
        return text.getCharCount() > 0;
    }

    @Override
    public Point computeSizeHint() {
        Point size = text.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        if (size.x > WIDEST) {
            size = text.computeSize(WIDEST, SWT.DEFAULT);
        }
        return new Point(size.x + 2 * MARGIN, Math.min(size.y, TALLEST) + MARGIN);
    }
}
