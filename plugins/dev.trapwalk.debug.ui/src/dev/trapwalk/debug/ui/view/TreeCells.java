package dev.trapwalk.debug.ui.view;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.TreeItem;

/**
 * How a row of a {@link LazyTree} looks. An item remembers it, so that a step touches only items that look different
 * after it: asking the widget costs more than remembering.
 */
record TreeCells(List<String> texts, List<Image> images, Color colour, boolean bold) {

    private static final String CELLS = "cells"; //$NON-NLS-1$

    static <N> TreeCells of(TreeContent<N> content, N row, int columns) {
        List<String> texts = new ArrayList<>(columns);
        List<Image> images = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            texts.add(content.text(row, column));
            images.add(column == 0 ? Marks.image(content.mark(row)) : content.image(row, column));
        }
        return new TreeCells(texts, images, content.color(row), content.isBold(row));
    }

    void showIn(TreeItem item) {
        if (equals(item.getData(CELLS))) {
            return;
        }
        item.setData(CELLS, this);
        for (int column = 0; column < texts.size(); column++) {
            item.setText(column, texts.get(column));
            item.setImage(column, images.get(column));
        }
        item.setForeground(colour);
        item.setFont(bold ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null);
    }

    /** The item shows something else or nothing by now. */
    static void forget(TreeItem item) {
        item.setData(CELLS, null);
    }
}
