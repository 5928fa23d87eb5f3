package dev.trapwalk.debug.ui.scheduler;

import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.place.ShowsPlaces;
import dev.trapwalk.debug.ui.place.WatchablePlace;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.LazyTree;
import dev.trapwalk.debug.ui.view.ModelView;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Who runs next and why, the ready queues with their bitmaps, and who waits on which endpoint or notification. */
public final class SchedulerView extends ModelView<SchedulerModel> implements ShowsPlaces {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.scheduler"; //$NON-NLS-1$

    private Label answer;
    private BitmapCanvas bitmaps;
    private LazyTree<SchedulerRow> tree;
    private KernelPlace wanted;

    @Override
    protected Control createPage(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        answer = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).indent(6, 4).applyTo(answer);
        bitmaps = new BitmapCanvas(page, priority -> model().ifPresent(model -> tree.select(
                "ready/" + model.picture().domain() + '/' + priority))); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bitmaps);
        tree = new LazyTree<>(page, 45, 55);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.widget());
        PlaceProvider.install(getSite(), tree.widget(), this::selected);
        copies(this::texts);
        return page;
    }

    private Optional<? extends WatchablePlace> selected() {
        return target().flatMap(target -> tree.selected().flatMap(row -> row.place(target)));
    }

    @Override
    protected Supplier<SchedulerModel> prepare(Moment moment) {
        return () -> SchedulerModel.of(Censuses.of(moment.machine()), moment.marks());
    }

    @Override
    protected void draw(Moment moment, SchedulerModel model) {
        if (!answer.getText().equals(model.answer())) {
            answer.setText(model.answer());
            answer.requestLayout();
        }
        model.picture().domains().stream().filter(domain -> domain.domain() == model.picture().domain())
                .forEach(domain -> bitmaps.show(domain, model.marks()));
        tree.show(new SchedulerContent(model));
        tree.openOnce(model.open());
        if (wanted != null) {
            find(model.rows(), wanted.object().id()).ifPresent(tree::select);
            wanted = null;
        }
        showContent();
    }

    private static Optional<String> find(List<SchedulerRow> rows, long id) {
        return rows.stream().<Optional<String>>map(row -> row.object() != null && row.object().id() == id
                ? Optional.of(row.key()) : find(row.children(), id)).flatMap(Optional::stream).findFirst();
    }

    @Override
    public void reveal(KernelPlace place) {
        wanted = place;
        redrawSoon();
    }

    @Override
    protected void forget() {
        super.forget();
        tree.show(null);
    }

    /** All that is shown, in words. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(answer.getText());
        texts.addAll(tree.texts());
        return texts;
    }

    @Override
    protected String emptyText() {
        return Messages.emptyView;
    }
}
