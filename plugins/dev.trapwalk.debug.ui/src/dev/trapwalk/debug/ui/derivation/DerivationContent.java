package dev.trapwalk.debug.ui.derivation;

import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.TreeContent;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import java.util.List;
import org.eclipse.swt.graphics.Image;

/** Capabilities as rows of a tree: slot, capability, and who reaches it. The one asked for is bold. */
record DerivationContent(DerivationModel model) implements TreeContent<CapRow> {

    @Override
    public List<CapRow> children(CapRow parent) {
        return parent == null ? model.roots() : parent.children();
    }

    @Override
    public boolean hasChildren(CapRow row) {
        return !row.children().isEmpty();
    }

    @Override
    public Object key(CapRow row) {
        return row.key();
    }

    @Override
    public String text(CapRow row, int column) {
        if (row.isHeading()) {
            return column == 0 ? row.title() : column == 1 ? row.text() : ""; //$NON-NLS-1$
        }
        return switch (column) {
            case 0 -> model.machine().describe().slot(row.slot());
            case 1 -> model.machine().describe().capIn(row.slot());
            default -> row.reached();
        };
    }

    @Override
    public Image image(CapRow row, int column) {
        return column == 1 && !row.isHeading() ? Marks.image(model.type(row)) : null;
    }

    @Override
    public ChangeMark mark(CapRow row) {
        return row.isHeading() ? ChangeMark.NONE : model.marks().of(row.slot(), Cte.BYTES);
    }

    @Override
    public boolean isBold(CapRow row) {
        return row.isHeading() || row.slot() == model.slot();
    }
}
