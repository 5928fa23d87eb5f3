package dev.trapwalk.debug.ui.path;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.view.Columns;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.query.PointText;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.PassedPoint;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** The points of a kernel entry, one a line: functions indented by depth, decisions with their outcome and values. */
final class PointTable extends TableViewer {

    /** Rows kept in sight above the one where the machine stands. */
    private static final int LED_HERE = 2;

    private UnitRecord entry;
    private int current;
    /** As many as there is room for; 0 = to be measured, which waits until the display server has painted. */
    private int rowsInSight;
    /** One of the colours in which the rows are drawn: in another theme it is another one. */
    private Color drawnIn;

    PointTable(Composite parent) {
        // Not virtual: GTK asks for the cells of a virtual table again with each frame that it paints.
        super(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        setContentProvider(ArrayContentProvider.getInstance());
        getTable().setHeaderVisible(true);
        addColumn(Messages.point, PointTable::name, true);
        addColumn(Messages.operands, point -> point.point().kind() == KernelPoint.Kind.RETURN ? "" //$NON-NLS-1$
                : PointText.operands(entry.before(), point), false);
        addColumn(Messages.decision, point -> point.point().text(), false);
        addColumn(Messages.mark, point -> entry.mark(point.number()).toString(), false);
        getTable().addListener(SWT.Resize, event -> rowsInSight = 0);
        Columns.share(getTable(), 31, 27, 34, 8);
        ColumnViewerToolTipSupport.enableFor(this);
    }

    /** @param currentPoint number of the point where the machine stands; 0 if it has left this entry behind */
    void show(UnitRecord record, int currentPoint) {
        boolean same = entry != null && entry.unit() == record.unit() && entry.path().all().equals(record.path().all());
        int before = current;
        entry = record;
        current = currentPoint;
        boolean sameTheme = Palette.FAINT.color().equals(drawnIn);
        drawnIn = Palette.FAINT.color();
        if (same && !sameTheme) {
            refresh();
        } else if (same && before == current) {
            return;
        } else if (same) {
            updateBetween(before, current);
        } else {
            getTable().setRedraw(false);
            setInput(record.path().all());
        }
        if (current > 0) {
            getTable().setSelection(current - 1);
            scroll(!same);
        }
        if (!same) {
            getTable().setRedraw(true);
        }
    }

    /** A row that is there already shows another point by what differs: to clear it first takes longer. */
    @Override
    protected void doClear(int row) {
        // Labels sets everything.
    }

    /** Of a way that is known only the points look different that the machine has passed, or gone back over. */
    private void updateBetween(int before, int now) {
        int count = entry.path().count();
        boolean leftBehind = before == 0 || now == 0;
        int first = leftBehind ? Math.max(before, now) : Math.min(before, now);
        int last = leftBehind ? count : Math.min(count, Math.max(before, now));
        for (int number = first; number <= last; number++) {
            update(entry.path().get(number), null);
        }
    }

    /** What led here is of more interest than what is still to come; what is in sight stays where it is. */
    private void scroll(boolean always) {
        Table table = getTable();
        int row = current - 1;
        int top = table.getTopIndex();
        if (rowsInSight == 0) {
            rowsInSight = (table.getClientArea().height - table.getHeaderHeight()) / Math.max(1, table.getItemHeight());
        }
        if (always || row <= top || row >= top + rowsInSight - 1) {
            table.setTopIndex(Math.max(0, row - LED_HERE));
        }
    }

    private static String name(PassedPoint passed) {
        KernelPoint point = passed.point();
        return " ".repeat(Math.max(0, passed.depth() - 1)) + switch (point.kind()) { //$NON-NLS-1$
            case ENTRY -> point.function().name();
            case RETURN -> "\u2190 " + point.function().name(); //$NON-NLS-1$
            case CHECK, BRANCH -> (passed.outcome() ? "\u2713 " : "\u2717 ") + point.name(); //$NON-NLS-1$ //$NON-NLS-2$
            case ACTION -> "\u2022 " + point.name(); //$NON-NLS-1$
        };
    }

    private void addColumn(String title, Function<PassedPoint, String> text, boolean first) {
        TableViewerColumn column = new TableViewerColumn(this, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(new Labels(text, first));
    }

    /** How a cell looks; null stands for what is usual. */
    private record Look(String text, Image image, Color color, Font font) {

        static final Look USUAL = new Look("", null, null, null); //$NON-NLS-1$
    }

    /**
     * Points still to come are faint, refusals red, function entries bold. Each part of a look that is set makes the
     * table measure its row again, so only what differs is set.
     */
    private final class Labels extends ColumnLabelProvider {

        private final Function<PassedPoint, String> text;
        private final boolean first;

        Labels(Function<PassedPoint, String> text, boolean first) {
            this.text = text;
            this.first = first;
        }

        @Override
        public void update(ViewerCell cell) {
            PassedPoint passed = (PassedPoint) cell.getElement();
            Look look = new Look(getText(passed), image(passed), color(passed), font(passed));
            String key = Look.class.getName() + cell.getColumnIndex();
            Look before = cell.getItem().getData(key) instanceof Look drawn ? drawn : Look.USUAL;
            cell.getItem().setData(key, look);
            if (!look.text().equals(before.text())) {
                cell.setText(look.text());
            }
            if (look.image() != before.image()) {
                cell.setImage(look.image());
            }
            if (!Objects.equals(look.color(), before.color())) {
                cell.setForeground(look.color());
            }
            if (!Objects.equals(look.font(), before.font())) {
                cell.setFont(look.font());
            }
        }

        @Override
        public String getText(Object element) {
            return text.apply((PassedPoint) element);
        }

        @Override
        public String getToolTipText(Object element) {
            return getText(element);
        }

        private Image image(PassedPoint passed) {
            return first && current == passed.number() ? Icon.HERE.image() : null;
        }

        private Color color(PassedPoint passed) {
            if (current > 0 && passed.number() > current) {
                return Palette.FAINT.color();
            }
            return passed.point().kind() == KernelPoint.Kind.CHECK && !passed.outcome() ? Palette.ERROR.color() : null;
        }

        private Font font(PassedPoint passed) {
            return first && passed.point().kind() == KernelPoint.Kind.ENTRY
                    ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
        }
    }
}
