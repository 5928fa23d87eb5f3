package dev.trapwalk.debug.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** Finds and uses widgets as a person does: by what can be seen. */
final class Widgets {

    private Widgets() {
    }

    static Button button(Composite parent, String text) {
        return first(parent, Button.class, button -> button.getText().equals(text));
    }

    /** The field with that hint. */
    static Text field(Composite parent, String hint) {
        return first(parent, Text.class, text -> text.getMessage().contains(hint));
    }

    /** The lists that can be seen, from top to bottom. */
    static List<Combo> combos(Composite parent) {
        return all(parent, Combo.class).stream().filter(Control::isVisible).toList();
    }

    static void press(Button button) {
        if ((button.getStyle() & SWT.RADIO) != 0) {
            for (Control sibling : button.getParent().getChildren()) {
                if (sibling instanceof Button other && other != button) {
                    other.setSelection(false);
                }
            }
            button.setSelection(true);
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    private static <T extends Control> T first(Composite parent, Class<T> type, Predicate<T> wanted) {
        return all(parent, type).stream().filter(wanted).findFirst().orElse(null);
    }

    static <T extends Control> List<T> all(Composite parent, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, type));
            }
        }
        return found;
    }
}
