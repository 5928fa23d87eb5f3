package dev.trapwalk.debug.ui.memory;

import dev.trapwalk.debug.core.breakpoint.WatchedPlace;
import dev.trapwalk.debug.core.memory.WalkMemoryBlock;
import dev.trapwalk.debug.core.model.Moment;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.ui.view.Censuses;
import dev.trapwalk.debug.ui.view.Marks;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.state.Describer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.ui.memory.AbstractMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingContainer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/**
 * A memory block word by word, each with the kernel object and field that it is, in the object's colour, and with what
 * its bits say. Asks for nothing while it cannot be seen.
 */
public final class ObjectsRendering extends AbstractMemoryRendering implements IDebugEventSetListener {

    /** Id of this rendering. */
    public static final String ID = "dev.trapwalk.debug.ui.objectsRendering"; //$NON-NLS-1$

    /** So long nothing must have scrolled before the list goes on: a table takes its time to get to a row. */
    private static final int REST_MILLIS = 100;
    /** After so long the rows that can be seen have been painted, and so measured; on a busy computer it takes longer. */
    private static final int MEASURED_MILLIS = 100;
    private static final int TRIES = 5;

    /** Words in which the changed ones of what is no object are looked for: a page. */
    private static final int PAGE = 512;

    private final Job work = new Job("ObjectsRendering") { //$NON-NLS-1$
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            compute();
            return Status.OK_STATUS;
        }
    };
    private WalkMemoryBlock block;
    /** Address that the window was opened at. */
    private long base;
    private MemoryWindow window;
    private final Runnable rest = this::rest;
    private int lastTop = -1;
    /** Stop at which a changed word was gone to: once, and then it is for a person to scroll. */
    private long revealed = -1;
    private Table table;
    private MemoryRows rows;

    ObjectsRendering() {
        super(ID);
    }

    @Override
    public void init(IMemoryRenderingContainer container, IMemoryBlock memoryBlock) {
        super.init(container, memoryBlock);
        block = (WalkMemoryBlock) memoryBlock;
        work.setSystem(true);
    }

    @Override
    public Control createControl(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        addColumn(Messages.address, 175);
        addColumn(Messages.what, 235);
        addColumn(Messages.value, 230);
        addColumn(Messages.word, 150);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> scrolled());
        table.getVerticalBar().addListener(SWT.Selection, event -> scrolled());
        createPopupMenu(table);
        getPopupMenuManager().addMenuListener(menu -> menu.add(new CommandContributionItem(
                new CommandContributionItemParameter(getMemoryRenderingContainer().getMemoryRenderingSite().getSite(),
                        null, "dev.trapwalk.debug.ui.watch", CommandContributionItem.STYLE_PUSH)))); //$NON-NLS-1$
        DebugPlugin.getDefault().addDebugEventListener(this);
        work.schedule();
        return table;
    }

    private void addColumn(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    private WalkDebugTarget target() {
        return (WalkDebugTarget) block.getDebugTarget();
    }

    private void compute() {
        Moment moment = target().changes().moment().orElse(null);
        if (moment == null) {
            return;
        }
        Census census = Censuses.of(moment.machine());
        MemoryRows found = new MemoryRows(block, census, moment.marks());
        MemoryWindow whole = window();
        long first = whole.start();
        int changed = found.firstChanged(first, block.kernelAddress(first).flatMap(census::at).map(object ->
                (int) Math.min(MemoryWindow.WORDS, (object.end() - object.start()) / Long.BYTES)).orElse(PAGE));
        long stop = moment.now().generation();
        table.getDisplay().asyncExec(() -> {
            if (!table.isDisposed()) {
                rows = found;
                if (window == null || base != whole.start()) {
                    base = whole.start();
                    window = whole;
                    table.setItemCount(window.count());
                }
                table.clearAll();
                if (changed >= 0 && revealed != stop) {
                    revealed = stop;
                    reveal(first + (long) changed * Long.BYTES);
                }
            }
        });
    }

    private MemoryWindow window() {
        long at = block.getBigBaseAddress().longValue();
        try {
            return MemoryWindow.of(at, block.getMemoryBlockStartAddress().longValue(),
                    block.getMemoryBlockEndAddress().longValue());
        } catch (DebugException ended) {
            // A machine that is gone keeps what was listed.
            return MemoryWindow.of(at, at, at + (MemoryWindow.WORDS - 1L) * Long.BYTES);
        }
    }

    private void scrolled() {
        table.getDisplay().timerExec(REST_MILLIS, rest);
    }

    private void rest() {
        if (table.isDisposed()) {
            return;
        }
        if (table.getTopIndex() == lastTop) {
            slide(lastTop);
        } else {
            lastTop = table.getTopIndex();
            scrolled();
        }
    }

    /** Goes on where the list ends; what can be seen stays where it is. */
    private void slide(int top) {
        int rowsOn = window == null ? 0 : window.shift(top, top + wholeRows() + 1);
        if (rowsOn != 0) {
            int selected = table.getSelectionIndex() - rowsOn;
            window = window.by(rowsOn);
            table.clearAll();
            table.setTopIndex(top - rowsOn);
            table.deselectAll();
            if (selected >= 0 && selected + rowsOn >= 0) {
                table.select(selected);
            }
        }
    }

    /** Number of rows that can be seen from edge to edge. */
    private int wholeRows() {
        return (table.getClientArea().height - table.getHeaderHeight()) / Math.max(1, table.getItemHeight());
    }

    /** Shows the first word of the object that the step changed, unless it can be seen already or is not listed now. */
    private void reveal(long address) {
        long word = (address - window.address(0)) / Long.BYTES;
        int top = table.getTopIndex();
        if (word >= 0 && word < window.count() && (word < top || word >= top + wholeRows())) {
            standAt((int) Math.max(0, word - 1), revealed, TRIES);
        }
    }

    /**
     * Scrolled by guessed heights while its rows are not measured yet, a table stops short, and says that it did not: the
     * row itself knows where it is.
     */
    private void standAt(int top, long stop, int tries) {
        table.setTopIndex(top);
        table.getDisplay().timerExec(MEASURED_MILLIS, () -> {
            if (!table.isDisposed() && tries > 0 && revealed == stop && top < table.getItemCount()
                    && Math.abs(table.getItem(top).getBounds(1).y - table.getHeaderHeight()) >= table.getItemHeight()) {
                standAt(top, stop, tries - 1);
            }
        });
    }

    private void fill(Event event) {
        if (rows == null || window == null) {
            return;
        }
        MemoryRow row = rows.row(window.address(event.index));
        TableItem item = (TableItem) event.item;
        item.setText(new String[] {Describer.hex(row.address()), row.what(), row.value(), row.word()});
        item.setImage(0, Marks.image(row.mark()));
        item.setImage(1, row.begins() ? Marks.image(row.type()) : null);
        item.setForeground(1, row.type() == null ? Palette.FAINT.color() : Palette.of(row.type()).color());
        item.setFont(0, JFaceResources.getTextFont());
        item.setFont(3, JFaceResources.getTextFont());
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getKind() != DebugEvent.RESUME && isVisible()
                    && Adapters.adapt(event.getSource(), WalkDebugTarget.class) == target()) {
                work.schedule();
                return;
            }
        }
    }

    @Override
    public void becomesVisible() {
        super.becomesVisible();
        work.schedule();
    }

    @Override
    public Control getControl() {
        return table;
    }

    @Override
    public void dispose() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
        work.cancel();
        super.dispose();
    }

    /** Kernel window address of the selected word, or of the block's first if none is; empty if it is not mapped. */
    private Optional<Long> selected() {
        int row = table == null || table.isDisposed() ? -1 : table.getSelectionIndex();
        return block.kernelAddress(row < 0 ? base : window.address(row));
    }

    /** What Toggle Watchpoint watches: the selected word, as the field or slot that it is. */
    public Optional<WatchTarget> watched() {
        return target().stopState().flatMap(stop -> selected()
                .map(pptr -> WatchedPlace.ofWord(stop.machine().objects(), pptr)));
    }

    /** The first words that the last step changed, by object and field. */
    public List<String> marked() {
        return rows == null ? List.of() : IntStream.range(0, Math.min(PAGE, window.count()))
                .mapToObj(i -> rows.row(window.address(i)))
                .filter(row -> row.mark() == ChangeMark.BY_STEP).map(MemoryRow::what).toList();
    }

    /** The first lines, in words. */
    public List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; rows != null && i < count; i++) {
            MemoryRow row = rows.row(window.address(i));
            texts.add(row.what() + "  " + row.value()); //$NON-NLS-1$
        }
        return texts;
    }
}
