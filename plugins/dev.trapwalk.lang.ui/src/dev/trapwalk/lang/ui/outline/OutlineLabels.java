package dev.trapwalk.lang.ui.outline;

import dev.trapwalk.lang.ui.ObjectIcons;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;

/** Name, then type or count in grey, with the icon of the object's type. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {

    @Override
    public StyledString getStyledText(Object element) {
        DocumentSymbol symbol = ((OutlineNode) element).symbol();
        StyledString text = new StyledString(symbol.getName());
        if (symbol.getDetail() != null && !symbol.getDetail().isEmpty()) {
            text.append("  " + symbol.getDetail(), StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    @Override
    public String getText(Object element) {
        return ((OutlineNode) element).symbol().getName();
    }

    @Override
    public Image getImage(Object element) {
        DocumentSymbol symbol = ((OutlineNode) element).symbol();
        return ObjectIcons.of(symbol.getKind(), symbol.getDetail());
    }
}
