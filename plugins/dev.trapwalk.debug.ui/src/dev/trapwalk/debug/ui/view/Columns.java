package dev.trapwalk.debug.ui.view;

import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;

/** The columns of a table, as wide together as it is. */
public final class Columns {

    private static final int LEAST = 40;

    private Columns() {
    }

    /** Shares the width of a table among its columns, whenever it gets another one. */
    public static void share(Table table, int... weights) {
        int all = IntStream.of(weights).sum();
        table.addListener(SWT.Resize, event -> {
            int width = table.getClientArea().width;
            int left = width;
            for (int column = 0; column < weights.length; column++) {
                int share = column == weights.length - 1 ? left : width * weights[column] / all;
                table.getColumn(column).setWidth(Math.max(LEAST, share));
                left -= share;
            }
        });
    }
}
