package dev.trapwalk.debug.ui.cspace;

import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.view.TreeContent;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** Slots as rows of a tree: slot and CPtr, then the capability. */
record CSpaceContent(CSpaceModel model, boolean flat) implements TreeContent<SlotNode> {

    @Override
    public List<SlotNode> children(SlotNode parent) {
        return parent == null ? model.roots() : parent.children(model.machine());
    }

    @Override
    public boolean hasChildren(SlotNode row) {
        return !flat && row.hasChildren(model.machine());
    }

    @Override
    public Object key(SlotNode row) {
        return row.key();
    }

    @Override
    public String text(SlotNode row, int column) {
        return column == 0 ? model.slotText(row) : model.capText(row);
    }

    @Override
    public Image image(SlotNode row, int column) {
        return row.row().empty() ? null : Marks.image(CapType.of(model.machine().read(row.slot())));
    }

    @Override
    public ChangeMark mark(SlotNode row) {
        return model.mark(row);
    }

    @Override
    public Color color(SlotNode row) {
        return row.row().empty() ? Palette.FAINT.color() : null;
    }
}
