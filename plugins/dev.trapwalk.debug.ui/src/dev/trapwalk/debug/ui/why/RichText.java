package dev.trapwalk.debug.ui.why;

import dev.trapwalk.debug.ui.view.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A text with headings and links that run something. */
final class RichText {

    private final StyledText widget;
    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();
    /** Where each style's colour comes from: the theme may change while the text stays. */
    private final List<Supplier<Color>> colours = new ArrayList<>();

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
        colours.clear();
    }

    void add(String words, int fontStyle, Palette colour) {
        add(words, new StyleRange(text.length(), words.length(), null, null, fontStyle),
                colour == null ? () -> null : colour::color);
    }

    void addLink(String words, Runnable action) {
        StyleRange style = new StyleRange(text.length(), words.length(), null, null);
        style.underline = true;
        style.underlineStyle = SWT.UNDERLINE_SINGLE;
        style.data = action;
        add(words, style, () -> JFaceColors.getHyperlinkText(widget.getDisplay()));
    }

    private void add(String words, StyleRange style, Supplier<Color> colour) {
        styles.add(style);
        colours.add(colour);
        text.append(words);
    }

    /** Shows what was added; the place stays where it was if the text is the same. */
    void end() {
        if (!widget.getText().equals(text.toString())) {
            widget.setText(text.toString());
        }
        colour();
    }

    /** Gives what is shown the colours of the theme as it is now. */
    void colour() {
        for (int i = 0; i < styles.size(); i++) {
            styles.get(i).foreground = colours.get(i).get();
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
        int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
        if (offset >= 0 && offset < widget.getCharCount()) {
            StyleRange style = widget.getStyleRangeAtOffset(offset);
            if (style != null && style.data instanceof Runnable action) {
                action.run();
            }
        }
    }
}
