package dev.trapwalk.debug.ui.changes;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.query.Change;
import dev.trapwalk.engine.session.query.Diff;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * What is different from the last stop, or from the moment before the kernel entry: slots, thread states, fields,
 * queues.
 */
public final class ChangesView extends WalkView {

    /** Id of this view. */
    public static final String ID = "dev.trapwalk.debug.ui.changes"; //$NON-NLS-1$

    private TableViewer table;
    private final IAction sinceEntry = new Action(Messages.sinceEntry, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            redrawSoon();
        }
    };

    @Override
    protected Control createContent(Composite parent) {
        table = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.getTable().setHeaderVisible(true);
        addColumn(Messages.what, 110, ChangesView::subject);
        addColumn(Messages.before, 90, Change::before);
        addColumn(Messages.after, 110, Change::after);
        sinceEntry.setToolTipText(Messages.sinceEntryHint);
        sinceEntry.setImageDescriptor(Icon.SINCE_ENTRY.descriptor());
        getViewSite().getActionBars().getToolBarManager().add(sinceEntry);
        createMenu();
        return table.getControl();
    }

    private void addColumn(String title, int width, Function<Change, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(change -> text.apply((Change) change)));
    }

    private static String subject(Change change) {
        return change.before().isEmpty() && change.after().isEmpty() || change.subject().isEmpty() ? change.text()
                : change.subject();
    }

    private void createMenu() {
        MenuManager menu = PlaceProvider.install(getSite(), table.getControl(), this::place);
        menu.add(new Action(Messages.goBack) {
            @Override
            public void run() {
                selected().ifPresent(change -> move(
                        new Command.BackToChange(new WatchTarget.Memory(change.address() & -8, Long.BYTES))));
            }
        });
        copies(this::texts);
    }

    /** The slot that changed, or the object in which something did. */
    private Optional<KernelPlace> place() {
        return target().flatMap(target -> selected().flatMap(change -> change.kind() == Change.Kind.SLOT
                ? Optional.of(KernelPlace.slot(target, change.address()))
                : target.stopState().flatMap(state -> Censuses.of(state.machine()).at(change.address()))
                        .map(object -> KernelPlace.object(target, object.what()))));
    }

    private Optional<Change> selected() {
        return Optional.ofNullable((Change) table.getStructuredSelection().getFirstElement());
    }

    @Override
    protected void show(StopState state) {
        if (sinceEntry.isChecked()) {
            askForEntry(state, entry -> show(entry.before(), state.machine(), Messages.noneInEntry),
                    () -> say(Messages.noneInEntry));
        } else {
            MachineImage before = target().flatMap(target -> target.changes().before()).map(StopState::machine)
                    .orElse(null);
            if (before == null) {
                say(Messages.noStopBefore);
            } else {
                show(before, state.machine(), Messages.none);
            }
        }
    }

    private void show(MachineImage before, MachineImage after, String none) {
        List<Change> changes = Diff.between(before, after);
        table.setInput(changes);
        if (changes.isEmpty()) {
            say(none);
        } else {
            showContent();
        }
    }

    /** The changes shown, in words. */
    public List<String> texts() {
        return table.getInput() instanceof List<?> changes
                ? changes.stream().map(change -> ((Change) change).text()).toList() : List.of();
    }

    @Override
    protected String emptyText() {
        return Messages.empty;
    }
}
