package dev.trapwalk.debug.ui.derivation;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.TreeContent;
import dev.trapwalk.engine.object.Cte;
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
        if (row.isHeading()) {
            return column == 0 ? Icon.BLANK.image() : null;
        }
        return switch (column) {
            case 0 -> Marks.image(model.marks().of(row.slot(), Cte.BYTES));
            case 1 -> Marks.image(model.type(row));
            default -> null;
        };
    }

    @Override
    public boolean isBold(CapRow row) {
        return row.isHeading() || row.slot() == model.slot();
    }
}
