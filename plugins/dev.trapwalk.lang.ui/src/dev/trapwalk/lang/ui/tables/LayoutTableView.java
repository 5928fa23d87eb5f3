package dev.trapwalk.lang.ui.tables;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.services.ModelPlace;
import dev.trapwalk.lang.ide.tables.LayoutRow;
import dev.trapwalk.lang.ide.tables.LayoutTable;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.Messages;
import dev.trapwalk.lang.ui.ObjectIcons;
import dev.trapwalk.lang.ui.follow.LayoutFollower;
import java.util.List;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;

/**
 * A table of the layout in the active editor. The cursor there chooses thread and row here; a selected row selects its
 * mapping there, Enter or a double click goes there. Rows are made in the background and shown as they are looked at.
 */
abstract class LayoutTableView extends ViewPart implements LayoutFollower.Client {
    private static final int PAUSE = 200;

    private final LayoutTable model;
    private final ObjectType icon;
    private final String emptyText;
    private final int[] widths;
    private Composite pages;
    private Composite content;
    private Label empty;
    private Combo subject;
    private Text filter;
    private Table table;
    private LayoutFollower follower;
    private AnalysedDocument layout;
    private RowsJob job;
    private RowsJob.Result result;
    private List<LayoutRow> rows = List.of();

    LayoutTableView(LayoutTable model, ObjectType icon, String emptyText, int... widths) {
        this.model = model;
        this.icon = icon;
        this.emptyText = emptyText;
        this.widths = widths;
    }

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(new StackLayout());
        empty = new Label(pages, SWT.WRAP);
        content = new Composite(pages, SWT.NONE);
        GridLayout grid = new GridLayout(3, false);
        grid.marginWidth = 0;
        grid.marginHeight = 2;
        content.setLayout(grid);
        Label label = new Label(content, SWT.NONE);
        label.setText(Messages.Table_Subject);
        GridData indent = new GridData();
        indent.horizontalIndent = 5;
        label.setLayoutData(indent);
        subject = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridData wide = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        wide.widthHint = 180;
        subject.setLayoutData(wide);
        subject.addListener(SWT.Selection, event -> update(-1));
        filter = new Text(content, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.Table_Filter);
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Runnable typed = () -> {
            if (!filter.isDisposed()) {
                showRows();
            }
        };
        filter.addListener(SWT.Modify, event -> filter.getDisplay().timerExec(PAUSE, typed));
        createTable();
        follower = new LayoutFollower(this, this);
        follower.start();
    }

    private void createTable() {
        table = new Table(content, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        for (int i = 0; i < widths.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(model.columns().get(i));
            column.setWidth(widths[i]);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> select());
        table.addListener(SWT.DefaultSelection, event -> {
            select();
            follower.activateEditor();
        });
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        LayoutRow row = rows.get(event.index);
        item.setText(row.cells().toArray(String[]::new));
        if (row.isGap()) {
            item.setForeground(faint());
            item.setFont(JFaceResources.getFontRegistry().getItalic(JFaceResources.DEFAULT_FONT));
        } else {
            item.setImage(0, ObjectIcons.of(row.run().target() == null ? null
                    : icon == ObjectType.FRAME ? ObjectType.FRAME : row.run().target().type()));
        }
    }

    private static Color faint() {
        return JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
    }

    @Override
    public void show(AnalysedDocument newLayout) {
        layout = newLayout;
        if (layout == null) {
            supersede();
            result = null;
            empty(emptyText);
        } else {
            update(follower.cursor());
        }
    }

    @Override
    public void cursor(int offset) {
        if (!table.isFocusControl()) {
            update(offset);
        }
    }

    /** Makes the rows of the newest layout, whichever is shown by now. */
    private void update(int cursor) {
        supersede();
        if (layout != null) {
            job = new RowsJob(model, layout, subject.getText(), cursor,
                    (from, made) -> pages.getDisplay().asyncExec(() -> arrived(from, made)));
            job.schedule();
        }
    }

    private void supersede() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** What was made before it was superseded may come after. */
    private void arrived(RowsJob from, RowsJob.Result made) {
        if (pages.isDisposed() || from != job) {
            return;
        }
        boolean same = result != null && made.layout() == result.layout() && made.subject() != null
                && made.subject().equals(result.subject());
        result = made;
        if (made.subject() == null) {
            empty(emptyText);
            return;
        }
        if (!List.of(subject.getItems()).equals(made.subjects())) {
            subject.setItems(made.subjects().toArray(String[]::new));
        }
        subject.setText(made.subject());
        front(content);
        if (!same) {
            showRows();
        }
        reveal(made.place());
    }

    private void showRows() {
        if (result == null) {
            return;
        }
        String words = filter.getText().strip();
        rows = words.isEmpty() ? result.rows() : result.rows().stream().filter(row -> row.fits(words)).toList();
        table.setItemCount(rows.size());
        table.clearAll();
        setContentDescription(rows.isEmpty() ? Messages.Table_None : ""); //$NON-NLS-1$
    }

    /** Selects the row that the cursor is on. */
    private void reveal(ModelPlace place) {
        if (place == null) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            LayoutRow row = rows.get(i);
            boolean found = place.run() != null ? row.run() == place.run()
                    : row.run() != null && icon == ObjectType.FRAME && row.run().target() == place.object().decl();
            if (found) {
                table.setSelection(i);
                return;
            }
        }
        table.deselectAll();
    }

    private void select() {
        int index = table.getSelectionIndex();
        if (index >= 0 && index < rows.size()) {
            follower.select(result.layout(), rows.get(index).where());
        }
    }

    private void empty(String text) {
        empty.setText(text);
        front(empty);
    }

    private void front(Control page) {
        ((StackLayout) pages.getLayout()).topControl = page;
        pages.layout();
    }

    /** The table itself. */
    public Table table() {
        return table;
    }

    /** Name of the thread or object that the table is about; empty for none. */
    public String subject() {
        return result == null || result.subject() == null ? "" : result.subject(); //$NON-NLS-1$
    }

    /** Shows the table of a thread or object. */
    public void showSubject(String name) {
        subject.setText(name);
        update(-1);
    }

    /** Shows only rows with this in one of their cells. */
    public void showOnly(String words) {
        filter.setText(words);
        showRows();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        supersede();
        follower.stop();
        super.dispose();
    }
}
