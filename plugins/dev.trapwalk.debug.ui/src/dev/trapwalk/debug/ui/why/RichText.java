package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.ui.view.Palette;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A text with headings and links that run something. */
final class RichText {

    private final StyledText widget;
    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    RichText(Composite parent) {
        widget = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        widget.setMargins(8, 6, 8, 6);
        widget.setCaret(null);
        widget.addListener(SWT.MouseUp, this::follow);
    }

    StyledText widget() {
        return widget;
    }

    void begin() {
        text.setLength(0);
        styles.clear();
    }

    void add(String words, int fontStyle, Palette colour) {
        StyleRange style = new StyleRange(text.length(), words.length(), colour == null ? null : colour.color(), null,
                fontStyle);
        styles.add(style);
        text.append(words);
    }

    void addLink(String words, Runnable action) {
        StyleRange style = new StyleRange(text.length(), words.length(),
                JFaceColors.getHyperlinkText(widget.getDisplay()), null);
        style.underline = true;
        style.underlineStyle = SWT.UNDERLINE_SINGLE;
        style.data = action;
        styles.add(style);
        text.append(words);
    }

    /** Shows what was added; the place stays where it was if the text is the same. */
    void end() {
        if (!widget.getText().equals(text.toString())) {
            widget.setText(text.toString());
        }
        widget.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    /** Does what a click on the first link of that text does; whether there is one. */
    boolean follow(String link) {
        int offset = widget.getText().indexOf(link);
        StyleRange style = offset < 0 ? null : widget.getStyleRangeAtOffset(offset);
        if (style != null && style.data instanceof Runnable action) {
            action.run();
            return true;
        }
        return false;
    }

    private void follow(Event event) {
        int offset = widget.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
        if (offset >= 0 && offset < widget.getCharCount()) {
            StyleRange style = widget.getStyleRangeAtOffset(offset);
            if (style != null && style.data instanceof Runnable action) {
                action.run();
            }
        }
    }
}
