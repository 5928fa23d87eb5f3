package dev.trapwalk.debug.ui.changes;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.Columns;
import dev.trapwalk.debug.ui.view.PlaceProvider;
import dev.trapwalk.debug.ui.view.WalkView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
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
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
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
    /** The mark that somebody compares with; null as long as nobody does. */
    private Mark since;
    private final IAction sinceEntry = new Action(Messages.sinceEntry, IAction.AS_CHECK_BOX) {
        @Override
        public void run() {
            since = null;
            redrawSoon();
        }
    };
    private final IAction sinceStop = new Action(Messages.sinceStop) {
        @Override
        public void run() {
            since = null;
            sinceEntry.setChecked(false);
            redrawSoon();
        }
    };

    @Override
    protected Control createContent(Composite parent) {
        table = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.getTable().setHeaderVisible(true);
        addColumn(Messages.what, ChangesView::subject);
        addColumn(Messages.before, Change::before);
        addColumn(Messages.after, ChangesView::after);
        Columns.share(table.getTable(), 45, 17, 38);
        ColumnViewerToolTipSupport.enableFor(table);
        sinceEntry.setToolTipText(Messages.sinceEntryHint);
        sinceEntry.setImageDescriptor(Icon.SINCE_ENTRY.descriptor());
        getViewSite().getActionBars().getToolBarManager().add(sinceEntry);
        createMenu();
        return table.getControl();
    }

    private void addColumn(String title, Function<Change, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object change) {
                return text.apply((Change) change);
            }

            @Override
            public String getToolTipText(Object change) {
                return ((Change) change).text();
            }
        });
    }

    /** What a change without values says stands half in the first and half in the last column. */
    private static String subject(Change change) {
        int colon = change.text().indexOf(": "); //$NON-NLS-1$
        return !isWithoutValues(change) && !change.subject().isEmpty() ? change.subject()
                : colon < 0 ? change.text() : change.text().substring(0, colon);
    }

    private static String after(Change change) {
        int colon = change.text().indexOf(": "); //$NON-NLS-1$
        return !isWithoutValues(change) ? change.after() : colon < 0 ? "" //$NON-NLS-1$
                : change.text().substring(colon + 2);
    }

    private static boolean isWithoutValues(Change change) {
        return change.before().isEmpty() && change.after().isEmpty();
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
        menu.add(sinceStop);
        copies(this::texts);
    }

    /** The slot that changed, or the object in which something did. */
    private Optional<KernelPlace> place() {
        return target().flatMap(target -> selected().flatMap(change -> change.kind() == Change.Kind.SLOT
                ? Optional.of(KernelPlace.slot(target, change.address()))
                : target.stopState().flatMap(state -> Censuses.of(state.machine()).at(change.address()))
                        .map(object -> KernelPlace.word(target, object.what(), change.address()))));
    }

    private Optional<Change> selected() {
        return Optional.ofNullable((Change) table.getStructuredSelection().getFirstElement());
    }

    @Override
    protected void show(StopState state) {
        setContentDescription(since == null ? "" : Messages.bind(Messages.sinceMark, since, state.mark())); //$NON-NLS-1$
        sinceStop.setEnabled(since != null || sinceEntry.isChecked());
        if (since != null) {
            ask(state, new Command.RecordUnit(since.unit()),
                    entry -> show(entry.before(), state.machine(), Messages.noneSinceMark), this::say);
        } else if (sinceEntry.isChecked()) {
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

    /** Lists from now on what is different from the beginning of a mark's unit, a kernel entry for the most part. */
    public void since(Mark mark) {
        meet();
        since = mark;
        sinceEntry.setChecked(false);
        redrawSoon();
    }

    @Override
    protected void forget() {
        since = null;
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
