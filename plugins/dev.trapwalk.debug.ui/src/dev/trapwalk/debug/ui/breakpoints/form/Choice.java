package dev.trapwalk.debug.ui.breakpoints.form;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A labelled list to choose a value from; where it is not read-only, other values can be typed. */
final class Choice {

    /** Room at the left of inputs, where others have a sign. */
    static final int INDENT = 10;

    private final Label label;
    private final Combo combo;
    /** Text of the empty value; null where a value must be given. */
    private final String any;
    private List<String> values = List.of();
    private UnaryOperator<String> texts = UnaryOperator.identity();
    private boolean filling;

    private Choice(Composite page, String name, int style, String any, Runnable changed) {
        this.any = any;
        label = new Label(page, SWT.NONE);
        label.setText(name);
        combo = new Combo(page, SWT.DROP_DOWN | style);
        combo.setVisibleItemCount(16);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(INDENT, 0).applyTo(combo);
        combo.addListener(SWT.Modify, event -> {
            if (!filling) {
                changed.run();
            }
        });
    }

    /** One of a few values, or any of them. */
    static Choice ofSome(Composite page, String name, Runnable changed) {
        return ofSome(page, name, Messages.any, changed);
    }

    /** One of a few values, or none. */
    static Choice ofSome(Composite page, String name, String none, Runnable changed) {
        return new Choice(page, name, SWT.READ_ONLY, none, changed);
    }

    /** One of a few values, which must be chosen. */
    static Choice oneOf(Composite page, String name, Runnable changed) {
        return new Choice(page, name, SWT.READ_ONLY, null, changed);
    }

    /** A value that may be proposed or typed; nothing typed means any. */
    static Choice ofAny(Composite page, String name, Runnable changed) {
        return new Choice(page, name, SWT.NONE, Messages.any, changed);
    }

    /** A value that may be proposed or typed, and must be given. */
    static Choice required(Composite page, String name, Runnable changed) {
        return new Choice(page, name, SWT.NONE, null, changed);
    }

    /** Offers values, each with a text for people; what is chosen or typed stays. */
    void offer(List<String> offered, UnaryOperator<String> textOf) {
        String chosen = value();
        filling = true;
        values = List.copyOf(offered);
        texts = textOf;
        combo.removeAll();
        if (any != null) {
            combo.add(any);
        }
        values.forEach(value -> combo.add(texts.apply(value)));
        setValue(chosen);
        filling = false;
    }

    void rename(String name) {
        label.setText(name);
    }

    void setVisible(boolean visible) {
        label.setVisible(visible);
        combo.setVisible(visible);
    }

    void setValue(String value) {
        combo.setText(value.isEmpty() && any != null ? any : values.contains(value) ? texts.apply(value) : value);
    }

    /** The value; empty for any, or where nothing was given. */
    String value() {
        String text = combo.getText().strip();
        if (text.equals(any)) {
            return ""; //$NON-NLS-1$
        }
        return values.stream().filter(value -> texts.apply(value).equals(text)).findFirst().orElse(text);
    }

    /** The value as a number: decimal, or hexadecimal with 0x. */
    OptionalLong number() {
        return number(value());
    }

    static OptionalLong number(String text) {
        try {
            return OptionalLong.of(text.startsWith("0x") || text.startsWith("0X") //$NON-NLS-1$ //$NON-NLS-2$
                    ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
