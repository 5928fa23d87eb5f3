package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.TreeContent;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** The scheduler's lines as rows of a tree. */
record SchedulerContent(SchedulerModel model) implements TreeContent<SchedulerRow> {

    @Override
    public List<SchedulerRow> children(SchedulerRow parent) {
        return parent == null ? model.rows() : parent.children();
    }

    @Override
    public boolean hasChildren(SchedulerRow row) {
        return !row.children().isEmpty();
    }

    @Override
    public Object key(SchedulerRow row) {
        return row.key();
    }

    @Override
    public String text(SchedulerRow row, int column) {
        return column == 0 ? row.name() : row.text();
    }

    @Override
    public Image image(SchedulerRow row, int column) {
        return switch (row.kind()) {
            case HEADING, VALUE -> null;
            case RUNNING -> row.object() == null ? Icon.HERE.image() : Icon.THREAD_CURRENT.image();
            case READY -> Icon.THREAD.image();
            case BLOCKED -> Icon.THREAD_BLOCKED.image();
            case ENDPOINT -> Marks.image(CapType.ENDPOINT);
            case NOTIFICATION -> Marks.image(CapType.NOTIFICATION);
        };
    }

    @Override
    public ChangeMark mark(SchedulerRow row) {
        return row.mark();
    }

    @Override
    public Color color(SchedulerRow row) {
        return row.kind() == SchedulerRow.Kind.HEADING && row.children().isEmpty() ? Palette.FAINT.color() : null;
    }

    @Override
    public boolean isBold(SchedulerRow row) {
        return row.kind() == SchedulerRow.Kind.HEADING;
    }
}
