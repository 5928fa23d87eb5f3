package dev.trapwalk.debug.ui.objects;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.ShowsPlaces;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.LazyTree;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.KernelObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeColumn;

/** All kernel objects with size, state and number of capabilities, and what the untyped behind one is used for. */
public final class ObjectsView extends ModelView<ObjectsModel> implements ShowsPlaces {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.objects"; //$NON-NLS-1$

    private LazyTree<KernelObject> table;
    private UntypedCanvas untyped;
    private Text filter;
    private ObjectColumn sort = ObjectColumn.ADDRESS;
    private boolean descending;
    /** What is selected or to be selected. */
    private CapObject selected;
    private boolean wanted;
    private final IAction all = new Action(Messages.all, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            redrawSoon();
        }
    };

    @Override
    protected Control createPage(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        filter = new Text(page, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter);
        filter.addModifyListener(event -> redrawSoon());
        GridDataFactory.fillDefaults().grab(true, false).indent(2, 2).applyTo(filter);
        table = new LazyTree<>(page);
        for (ObjectColumn column : ObjectColumn.values()) {
            createColumn(column);
        }
        table.widget().addListener(SWT.Selection, event -> select());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.widget());
        untyped = new UntypedCanvas(page, object -> reveal(object.what()));
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(untyped);
        untyped.setVisible(false);
        PlaceProvider.install(getSite(), table.widget(), this::place).add(all);
        copies(this::texts);
        return page;
    }

    private void createColumn(ObjectColumn column) {
        TreeColumn widget = table.addColumn(column.title(), column.width());
        if (column.isSortable()) {
            widget.addListener(SWT.Selection, event -> sortBy(column));
        }
        if (column == sort) {
            table.widget().setSortColumn(widget);
            table.widget().setSortDirection(SWT.UP);
        }
    }

    /** Sorts by a column; by the same once more, the other way round. */
    public void sortBy(String title) {
        for (ObjectColumn column : ObjectColumn.values()) {
            if (column.title().equals(title)) {
                sortBy(column);
            }
        }
    }

    private void sortBy(ObjectColumn column) {
        descending = column == sort && !descending;
        sort = column;
        table.widget().setSortColumn(table.widget().getColumn(column.ordinal()));
        table.widget().setSortDirection(descending ? SWT.DOWN : SWT.UP);
        redrawSoon();
    }

    private void select() {
        Optional<CapObject> now = table.selected().map(KernelObject::what);
        if (now.isPresent() && !now.get().equals(selected)) {
            selected = now.get();
            redrawSoon();
        }
    }

    private Optional<KernelPlace> place() {
        return target().flatMap(target -> table.selected().map(row -> KernelPlace.object(target, row.what())));
    }

    @Override
    protected Supplier<ObjectsModel> prepare(Moment moment) {
        ObjectsModel.Asked asked = new ObjectsModel.Asked(filter.getText(), sort, descending, all.isChecked());
        CapObject object = selected;
        ObjectsModel last = model().orElse(null);
        return () -> ObjectsModel.of(Censuses.of(moment.machine()), moment.marks(), asked, object, last);
    }

    @Override
    protected void draw(Moment moment, ObjectsModel model) {
        filter.setToolTipText(Messages.bind(Messages.title, model.objects().size(),
                model.census().objects().size()));
        table.show(new ObjectsContent(model));
        if (selected != null && !untyped.getVisible()) {
            untyped.setVisible(true);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(untyped);
            untyped.requestLayout();
        }
        untyped.show(model.map(), model.marks(), selected);
        if (wanted) {
            wanted = false;
            table.select(selected);
        }
        showContent();
    }

    @Override
    public void reveal(KernelPlace place) {
        reveal(place.object());
    }

    private void reveal(CapObject object) {
        meet();
        selected = object;
        wanted = true;
        if (model().filter(model -> model.objects().stream().noneMatch(row -> row.what().equals(object))).isPresent()) {
            filter.setText(""); //$NON-NLS-1$
            all.setChecked(true);
        }
        redrawSoon();
    }

    @Override
    protected void forget() {
        super.forget();
        table.show(null);
        selected = null;
    }

    /** Shows objects with this text only. */
    public void filter(String text) {
        filter.setText(text);
    }

    /** The objects listed, then the untyped drawn, in words. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(table.texts());
        texts.add(untyped.text());
        return texts;
    }

    @Override
    protected String emptyText() {
        return Messages.emptyView;
    }
}
