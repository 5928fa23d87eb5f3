package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.TreeContent;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.KernelObject;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** Objects as rows. */
record ObjectsContent(ObjectsModel model) implements TreeContent<KernelObject> {

    @Override
    public List<KernelObject> children(KernelObject parent) {
        return parent == null ? model.objects() : List.of();
    }

    @Override
    public boolean hasChildren(KernelObject row) {
        return false;
    }

    @Override
    public Object key(KernelObject row) {
        return row.what();
    }

    @Override
    public String text(KernelObject row, int column) {
        return model.text(row, ObjectColumn.values()[column]);
    }

    @Override
    public Image image(KernelObject row, int column) {
        return column == ObjectColumn.TYPE.ordinal() ? Marks.image(row.what().type()) : null;
    }

    @Override
    public ChangeMark mark(KernelObject row) {
        return model.marks().of(row.start(), row.what().bytes());
    }

    @Override
    public Color color(KernelObject row) {
        return row.holders().isEmpty() ? Palette.FAINT.color() : null;
    }
}
