package dev.trapwalk.debug.ui.tests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Which controls were painted, and how much of them. To look takes time of its own. */
final class Paints implements Listener, AutoCloseable {

    private final Display display = Display.getCurrent();
    /** Controls without others in them: those paint what is seen. */
    private final Map<Control, Rectangle> recent = new LinkedHashMap<>();

    /** Whether to look. */
    void watch(boolean isWatched) {
        close();
        if (isWatched) {
            display.addFilter(SWT.Paint, this);
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (event.widget instanceof CTabFolder || event.widget instanceof Control control
                && (!(control instanceof Composite parent) || parent.getChildren().length == 0)) {
            recent.merge((Control) event.widget, event.getBounds(), Rectangle::union);
        }
    }

    /** What was painted since this was asked last, the largest first. */
    String recent() {
        String text = recent.entrySet().stream().filter(entry -> !entry.getKey().isDisposed())
                .sorted((one, other) -> area(other.getValue()) - area(one.getValue()))
                .map(entry -> name(entry.getKey()) + " " + entry.getValue().width + "x" + entry.getValue().height)
                .collect(Collectors.joining(", ", " PAINTED ", ""));
        boolean none = recent.isEmpty();
        recent.clear();
        return none ? "" : text;
    }

    private static int area(Rectangle part) {
        return part.width * part.height;
    }

    /** The control's kind, and the title of the part that it is in. */
    private static String name(Control control) {
        String name = control.getClass().getSimpleName();
        for (Control each = control; each != null; each = each.getParent()) {
            if (each instanceof CTabFolder folder && folder.getSelection() != null) {
                return name + " in " + folder.getSelection().getText();
            }
        }
        return name;
    }

    @Override
    public void close() {
        display.removeFilter(SWT.Paint, this);
    }
}
