package dev.trapwalk.debug.ui.path;

import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.breakpoints.PointActions;
import dev.trapwalk.debug.ui.travel.Travel;
import dev.trapwalk.debug.ui.view.ProgramEnd;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import dev.trapwalk.engine.session.query.UnitRecord;
import dev.trapwalk.engine.session.state.PassedPoint;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IStatusLineManager;
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
    /** Scenario of the call that somebody asked about; null while the machine's own is shown. */
    private IFile asked;
    /** Stop at which it was asked for; it is shown until the machine stops elsewhere. */
    private long askedAt;

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
        Mark mark = entry.mark(point.number());
        if (asked == null) {
            travel(mark);
        } else {
            IStatusLineManager status = getViewSite().getActionBars().getStatusLineManager();
            Travel.to(asked, mark, refusal -> inUi(() -> status.setErrorMessage(refusal)));
        }
    }

    @Override
    protected void show(StopState state) {
        if (asked == null || askedAt != state.generation()) {
            asked = null;
            askForEntry(state, record -> {
                if (asked == null) {
                    show(record, state.mark().unit() == record.unit() ? state.mark().point() : 0,
                            ProgramEnd.text(record).orElse("")); //$NON-NLS-1$
                }
            }, () -> say(Messages.noEntry));
        }
    }

    /** Shows the call that the Why view explains, until the machine stops elsewhere. */
    public void explain(UnitRecord record, IFile scenario) {
        meet();
        asked = scenario;
        askedAt = target().flatMap(WalkDebugTarget::stopState).map(StopState::generation).orElse(-1L);
        show(record, 0, ProgramEnd.text(record).orElseGet(() -> Messages.bind(Messages.explained,
                record.before().describe().thread(record.thread()), record.mark(0))));
    }

    /** A call of a session that has ended stays, too. */
    @Override
    protected void showNothing() {
        if (asked == null || target().filter(target -> !target.isTerminated()).isPresent()) {
            super.showNothing();
        }
    }

    @Override
    protected void forget() {
        asked = null;
    }

    private void show(UnitRecord record, int current, String words) {
        entry = record;
        setContentDescription(words);
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
