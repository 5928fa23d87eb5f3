package dev.trapwalk.debug.ui.path;

import dev.trapwalk.debug.ui.breakpoints.PointActions;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * The way of the system call under way, or of the last one: phases as a picture, points as a list, both to travel by.
 */
public final class SyscallPathView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.path"; //$NON-NLS-1$

    private PhaseStrip phases;
    private PointTable points;
    private UnitRecord entry;

    @Override
    protected Control createContent(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        phases = new PhaseStrip(page, this::go, point -> PointActions.toggle(point.point(), Mode.PASSED));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(phases);
        points = new PointTable(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(points.getControl());
        Clicks.on(points.getControl(), event -> at(event).ifPresent(this::go),
                event -> at(event).ifPresent(point -> PointActions.toggle(point.point(), Mode.PASSED)));
        points.getControl().addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR) {
                selected().ifPresent(this::go);
            }
        });
        createMenu();
        return page;
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> selected().ifPresent(point -> {
            manager.add(action(Messages.goHere, () -> go(point)));
            PointActions.of(point.point()).forEach(manager::add);
        }));
        points.getControl().setMenu(menu.createContextMenu(points.getControl()));
    }

    private static Action action(String label, Runnable work) {
        return new Action(label) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    private Optional<PassedPoint> at(Event event) {
        ViewerCell cell = points.getCell(new Point(event.x, event.y));
        return Optional.ofNullable(cell == null ? null : (PassedPoint) cell.getElement());
    }

    private Optional<PassedPoint> selected() {
        return Optional.ofNullable((PassedPoint) points.getStructuredSelection().getFirstElement());
    }

    private void go(PassedPoint point) {
        travel(entry.mark(point.number()));
    }

    @Override
    protected void show(StopState state) {
        askForEntry(state, record -> show(state, record), () -> say(Messages.noEntry));
    }

    private void show(StopState state, UnitRecord record) {
        entry = record;
        int current = state.mark().unit() == record.unit() ? state.mark().point() : 0;
        phases.show(record.path().all(), current);
        points.show(record, current);
        showContent();
    }

    /** The points shown, in order. */
    public List<PassedPoint> points() {
        return entry == null ? List.of() : entry.path().all();
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
